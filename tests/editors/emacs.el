;;; emacs.el --- Drives Emacs through a person's session  -*- lexical-binding: t; -*-

;; MIRAGEPORT_E2E names a JSON file: command, require, how ("eglot" or "beside"), mode, beside
;; (another server's command line), ignore, look (true for no more than a look, "report" for the
;; report too), what (a function of this file), init, path, file, files, line, column, title, rule,
;; report.  What was seen goes to `report'.

(require 'json)
(require 'cl-lib)
(setq create-lockfiles nil make-backup-files nil last-nonmenu-event t
      native-comp-deferred-compilation nil)

(defvar job (with-temp-buffer
              (insert-file-contents (getenv "MIRAGEPORT_E2E"))
              (json-parse-buffer :object-type 'alist :array-type 'list :false-object nil
                                 :null-object nil)))
(defvar seen nil)
(defvar asked nil "The questions Emacs put.")

(defun of (key) (alist-get key job))
(defun see (key value) (push (cons key value) seen))

(defun wait-for (what condition)
  (let ((deadline (+ (float-time) 30)) value)
    (while (not (setq value (funcall condition)))
      (when (> (float-time) deadline)
        (error "Waited in vain for %s: %s" what
               (with-current-buffer "*Messages*" (buffer-string))))
      (accept-process-output nil 0.02))
    value))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun last-message ()
  (with-current-buffer "*Messages*"
    (replace-regexp-in-string " \\[[0-9]+ times\\]\\'" ""
                              (car (last (split-string (buffer-string) "\n" t))))))

;; In batch nobody is there to answer, and no command loop runs hooks and timers.
(advice-add 'y-or-n-p :override (lambda (prompt) (push prompt asked) t))

(defun tick ()
  "What Emacs does by itself when a person pauses."
  (run-hooks 'post-command-hook)
  (when (and (fboundp 'eglot-managed-p) (eglot-managed-p))
    (eglot--signal-textDocument/didChange))
  (flymake-start))

(defun marks ()
  "The squiggles of this buffer as lists of line, first and last column, and text."
  (mapcar (lambda (each)
            (save-excursion
              (goto-char (flymake-diagnostic-beg each))
              (list (1- (line-number-at-pos))
                    (- (point) (line-beginning-position))
                    (- (flymake-diagnostic-end each) (line-beginning-position))
                    (string-trim-left (flymake-diagnostic-text each)))))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun ours (found)
  (cl-remove-if-not (lambda (each) (string-prefix-p "mirageport [" (nth 3 each))) found))

(defun rule-of (mark)
  (and (string-match "\\`mirageport \\[\\([^]]*\\)\\]" (nth 3 mark))
       (match-string 1 (nth 3 mark))))

(defun as-json (found)
  (vconcat (mapcar (lambda (each) `((line . ,(nth 0 each)) (start . ,(nth 1 each))
                                    (stop . ,(nth 2 each)) (text . ,(nth 3 each))))
                   found)))

(defun prepare-modes ()
  (package-initialize)
  ;; Another Eglot to try, with what it needs.
  (dolist (folder (parse-colon-path (or (getenv "MIRAGEPORT_LISP") "")))
    (push folder load-path))
  ;; Debian's packages offer themselves for OCaml files; here one of them is there or none.
  (setq auto-mode-alist (cl-delete-if (lambda (each) (memq (cdr each) '(tuareg-mode caml-mode)))
                                      auto-mode-alist))
  (when (of 'require)
    (require (intern (of 'require)))
    (push (cons "\\.mli?\\'" (intern (of 'mode))) auto-mode-alist)))

(defun prepare ()
  (prepare-modes)
  (require 'mirageport)
  (setq mirageport-command (of 'command))
  (when (of 'ignore)
    (setq-default eglot-workspace-configuration
                  `(:mirageport (:ignore ,(vconcat (of 'ignore))))))
  (if (member (of 'how) '("eglot" "around"))
      (mirageport-setup)
    (when (of 'beside)
      (require 'eglot)
      (push (cons (intern (of 'mode)) (of 'beside)) eglot-server-programs)
      (add-hook (intern (concat (of 'mode) "-hook")) #'eglot-ensure))
    (mirageport-setup-beside)))

(defun open ()
  (find-file (of 'file))
  (see 'mode (symbol-name major-mode))
  (run-hooks 'post-command-hook)
  (when (or (equal (of 'how) "eglot") (of 'beside))
    (wait-for "the server" #'eglot-managed-p))
  (wait-for "the first squiggles"
            (lambda ()
              (unless (or (ours (marks)) (seq-some #'process-live-p (processes-of-checks)))
                (tick))
              (and (ours (marks))
                   ;; The server may show what it finds before it has been told the settings.
                   (not (seq-some (lambda (each) (member (rule-of each) (of 'ignore)))
                                  (ours (marks))))
                   (or (not (of 'beside))
                       (< (length (ours (marks))) (length (marks)))))))
  (see 'diagnostics (as-json (ours (marks))))
  (see 'others (as-json (cl-set-difference (marks) (ours (marks)) :test #'equal))))

(defun beside ()
  "The marks of config.ml, which no buffer visits: line, column from 1 and text."
  (vconcat
   (mapcar (lambda (each)
             (let ((place (flymake-diagnostic-beg each)))
               (vector (car place) (cdr place) (flymake-diagnostic-text each))))
           (cdr (seq-find (lambda (each) (string-suffix-p "config.ml" (car each)))
                          flymake-list-only-diagnostics)))))

(defun processes-of-checks ()
  (cl-remove-if-not (lambda (each) (string-prefix-p "mirageport" (process-name each)))
                    (and (not (equal (of 'how) "eglot")) (process-list))))

(defun place ()
  (goto-char (point-min))
  (forward-line (of 'line))
  (forward-char (of 'column)))

(defun quick-fix ()
  "Take the wanted action from the menu, anywhere on the line."
  (place)
  (see 'explained (mirageport--rule-at-point))
  (beginning-of-line)
  (let (menu)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq menu (mapcar #'car items))
                 (or (car (member (of 'title) menu)) (error "No such action: %S" menu)))))
      (eglot-code-actions (point) nil nil t))
    (see 'menu (vconcat menu)))
  (tick)
  (see 'fixed_one (text)))

(defun report ()
  "The entries of the report, and where the first one leads."
  (save-window-excursion
    (mirageport-report)
    (see 'entries
         (vconcat (mapcar (lambda (each)
                            (vector (aref (cadr each) 0) (string-to-number (aref (cadr each) 1))
                                    (aref (cadr each) 3)))
                          tabulated-list-entries)))
    (goto-char (point-min))
    (while (not (equal (aref (tabulated-list-get-entry) 0) "unikernel.ml"))
      (forward-line))
    (let ((entry (tabulated-list-get-id)))
      (mirageport-report-visit)
      (see 'visited (vector (file-name-nondirectory buffer-file-name) (line-number-at-pos)
                            (1+ (- (point) (line-beginning-position)))
                            (alist-get 'column entry))))))

(defun save-all ()
  (save-some-buffers t))

(defun session ()
  (prepare)
  (open)
  (cond ((equal (of 'look) "report") (report))
        ((not (of 'look)) (work))))

(defun work ()
  (when (equal (of 'how) "eglot")
    (wait-for "what config.ml says" (lambda () (= (length (beside)) (of 'beside-count))))
    (see 'beside (beside)))
  (report)
  (place)
  (mirageport-explain (mirageport--rule-at-point))
  (see 'page (with-current-buffer "*mirageport rule*" (text)))
  (when (equal (of 'how) "eglot")
    (quick-fix))
  (mirageport-fix-rule (of 'rule))
  (tick)
  (see 'fixed_rule (text))
  (mirageport-fix)
  (tick)
  (see 'fixed_all (text))
  (mirageport-port)
  (save-all)
  (tick)
  (see 'asked (vconcat (reverse asked)))
  (see 'again (progn (mirageport-port) (last-message)))
  ;; From the report the commands are for the unikernel it is about.
  (see 'left (with-current-buffer "*mirageport report*"
               (revert-buffer)
               (mirageport-port)
               (length tabulated-list-entries)))
  (see 'again-from-report (last-message))
  (when (equal (of 'how) "eglot")
    (switch-to-buffer (find-buffer-visiting (of 'file)))
    (mirageport-restart)
    (wait-for "the server to come back" (lambda () (and (eglot-managed-p) (mirageport--server))))
    (see 'restarted t)))

(defun compiler ()
  "What the compiler says, and what its messages are about."
  (prepare)
  (find-file (of 'file))
  (mirageport-verify)
  (see 'said (last-message))
  (with-current-buffer "*mirageport verify*"
    (see 'entries (vconcat (mapcar (lambda (each)
                                     (let-alist (car each)
                                       (vector (file-name-nondirectory .file) .line .column
                                               .verdict)))
                                   tabulated-list-entries)))
    (revert-buffer)
    (see 'again (length tabulated-list-entries)))
  (mirageport-explain-message "Unbound value\nTCP.get_dest")
  (see 'of_message (with-current-buffer "*mirageport message*" (text)))
  (with-current-buffer (get-buffer-create "*compilation*")
    (insert (string-join (of 'log) "\n"))
    (compilation-mode)
    (call-interactively #'mirageport-explain-message))
  (see 'of_log (with-current-buffer "*mirageport message*" (text)))
  (switch-to-buffer (find-buffer-visiting (of 'file)))
  (insert "(* more *)")
  (mirageport-verify)
  (see 'asked (vconcat asked)))

(defun self-check ()
  "What the self-check says."
  (prepare)
  (find-file (of 'file))
  (mirageport-check-self)
  (see 'said (last-message))
  (with-current-buffer "*mirageport self-check*"
    (see 'entries (vconcat (mapcar (lambda (each)
                                     (let-alist (car each)
                                       (vector (file-name-nondirectory .file) .line .column
                                               .rule .message)))
                                   tabulated-list-entries)))
    (revert-buffer)
    (see 'again (length tabulated-list-entries)))
  (switch-to-buffer (find-buffer-visiting (of 'file)))
  (insert "(* more *)")
  (mirageport-check-self)
  (see 'asked (vconcat asked)))

(defun newcomer ()
  "Somebody who did what the page says and no more."
  (push (of 'path) exec-path)
  (prepare-modes)
  (load (of 'init) nil t)
  (open)
  (mirageport-port)
  (save-all))

(defun around ()
  "A file around the unikernel, and which names are those of such files."
  (prepare)
  (find-file (of 'file))
  (wait-for "the squiggles" (lambda ()
                              (unless (seq-some #'process-live-p (processes-of-checks)) (tick))
                              (ours (marks))))
  (see 'diagnostics (as-json (ours (marks))))
  (mirageport-fix)
  (see 'fixed_all (text))
  (see 'around (vconcat (mapcar (lambda (name)
                                  (let ((buffer-file-name name))
                                    (and (mirageport--around-p) t)))
                                (of 'names))))
  (find-file (of 'elsewhere))
  (see 'elsewhere mirageport-flymake-mode)
  (see 'code (vconcat (mapcar #'marked (of 'code))))
  (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
  (see 'explained (car (split-string (mirageport--page (car (mirageport--all-rules))) "\n")))
  (mirageport-fix)
  (save-some-buffers t))

(defun marked (file)
  "The first mark of FILE, which is no unikernel's."
  (find-file file)
  (run-hooks 'post-command-hook)
  (wait-for "the server" #'eglot-managed-p)
  (wait-for "the squiggles" (lambda () (tick) (ours (marks))))
  (let ((found (car (ours (marks)))))
    (vector (nth 0 found) (nth 1 found) (rule-of found))))

(defun roots ()
  "Which of these files belong to a unikernel."
  (prepare)
  (see 'roots (vconcat (mapcar (lambda (file)
                                 (when-let* ((root (mirageport-root file)))
                                   (directory-file-name (expand-file-name root))))
                               (of 'files)))))

(defun trouble ()
  "What a person is told when something is missing."
  (prepare)
  (find-file (of 'file))
  (run-hooks 'post-command-hook)
  (tick)
  (see 'told (vconcat (mapcar (lambda (command)
                                (condition-case caught
                                    (progn (call-interactively command) (last-message))
                                  (error (error-message-string caught))))
                              '(mirageport-report mirageport-port mirageport-restart))))
  (see 'messages (concat (with-current-buffer "*Messages*" (text))
                         (when (get-buffer "*Warnings*")
                           (with-current-buffer "*Warnings*" (text)))
                         (when-let ((log (get-buffer "*Flymake log*")))
                           (with-current-buffer log (text))))))

(defun stop-servers ()
  (when (fboundp 'eglot-shutdown-all)
    (ignore-errors (eglot-shutdown-all))))

(let ((status 0) (debug-on-error nil))
  (condition-case caught
      (funcall (intern (or (of 'what) "session")))
    (error (see 'error (format "%S\n%s" caught
                               (with-current-buffer "*Messages*" (buffer-string))))
           (setq status 1)))
  (stop-servers)
  (let ((coding-system-for-write 'utf-8-unix))
    (with-temp-file (of 'report)
      (insert (json-serialize seen :false-object nil))))
  (kill-emacs status))

;;; emacs.el ends here
