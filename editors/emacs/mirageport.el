;;; mirageport.el --- Port MirageOS unikernels to Mirage 3.0 or 4.11  -*- lexical-binding: t; -*-

;; Copyright (C) 2026 The mirageport authors

;; Author: The mirageport authors
;; Maintainer: The mirageport authors
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages, tools
;; SPDX-License-Identifier: ISC

;; This file is not part of GNU Emacs.

;;; Commentary:

;; mirageport marks what is of earlier releases in a unikernel and rewrites it for Mirage 3.0
;; or 4.11, and so it does with other OCaml projects, by packs for the libraries that they use.
;;
;; Eglot runs one server per buffer, so there are two ways to use it:
;;
;; * As the language server of unikernels, and of projects whose upper bounds keep them from
;;   a release that a pack leads to; the others keep theirs:
;;
;;     (require 'mirageport)
;;     (mirageport-setup)
;;
;; * Beside another server, such as ocamllsp: findings come from the command line, for the text
;;   as it was saved:
;;
;;     (require 'mirageport)
;;     (mirageport-setup-beside)
;;
;; The commands are the same: `mirageport-port', `mirageport-fix', `mirageport-fix-rule',
;; `mirageport-report', `mirageport-explain', `mirageport-check-self',
;; `mirageport-verify', `mirageport-explain-message' and `mirageport-restart'.

;;; Code:

(require 'flymake)
(require 'json)
(require 'jsonrpc)
(require 'project)
(require 'subr-x)
(require 'tabulated-list)

;; Set below, where its mode is defined.
(defvar mirageport-flymake-mode)

;; Eglot comes with Emacs 29; in Emacs 28 it is a package, which those who only use the command
;; line do not need.
(defvar eglot-server-programs)
(declare-function eglot--signal-textDocument/didChange "eglot" ())
(declare-function eglot--managed-buffers "eglot" (server))
(declare-function eglot "eglot")
(declare-function eglot-code-actions "eglot")
(declare-function eglot-current-server "eglot")
(declare-function eglot-ensure "eglot")
(declare-function eglot-managed-p "eglot")
(declare-function eglot-reconnect "eglot")
(declare-function eglot--capabilities "eglot")
(declare-function eglot--path-to-uri "eglot")
(declare-function eglot-path-to-uri "eglot")

(defgroup mirageport nil
  "Port MirageOS unikernels to Mirage 3.0 or 4.11."
  :group 'tools
  :prefix "mirageport-")

(defcustom mirageport-command '("mirageport")
  "The program and its first arguments; `lsp', `check' and so on are added."
  :type '(repeat string)
  :risky t)

(defcustom mirageport-modes
  '((tuareg-mode . "ocaml")
    (caml-mode . "ocaml")
    (neocaml-mode . "ocaml")
    (neocaml-interface-mode . "ocaml.interface")
    (neocamli-mode . "ocaml.interface")
    (ocaml-ts-mode . "ocaml")
    (neocaml-ocamllex-mode . "ocaml.ocamllex")
    (neocaml-menhir-mode . "ocaml.menhir")
    (tuareg-menhir-mode . "ocaml.menhir")
    (mirageport-ocaml-mode . "ocaml"))
  "Major modes of OCaml code, each with its name in the protocol of servers."
  :type '(alist :key-type symbol :value-type string))

(defcustom mirageport-other-server '("ocamllsp")
  "The server Eglot runs for OCaml files that mirageport is not for.
See `mirageport-setup'."
  :type '(repeat string)
  :risky t)

(defcustom mirageport-bounds t
  "Whether mirageport serves projects whose upper bounds a pack is for.
Without it, unikernels and folders with a `mirageport.toml' alone."
  :type 'boolean)


;;; Which files

(defun mirageport-root (&optional file)
  "The folder of the unikernel or project of FILE, nil when there is none.
That is the nearest folder upwards with a `mirageport.toml', or with a
`config.ml' that speaks of Mirage, or else with a file whose upper bounds
a pack is for.  FILE is the one this buffer visits by default."
  (when-let* ((name (or file buffer-file-name)))
    (or (mirageport--unikernel name)
        (mirageport--bounded name))))

(defun mirageport--unikernel (name)
  "The folder of the unikernel of the file NAME, nil when there is none."
  (locate-dominating-file name #'mirageport--unikernel-p))

(defun mirageport--unikernel-p (folder)
  "Whether FOLDER is that of a unikernel."
  (and (file-directory-p folder)
       (or (file-exists-p (expand-file-name "mirageport.toml" folder))
           (mirageport--speaks-of-mirage-p (expand-file-name "config.ml" folder)))))

(defconst mirageport--with-bounds
  (rx (or (seq bos (or "opam" "dune-project")) (seq ".opam" (? ".locked"))) eos)
  "The files that say with which releases of its libraries a project is built.")

(defconst mirageport--upper-bound
  (rx (or "<" (seq (any "{(&|") (* blank) "=")))
  "What an upper bound in such a file has.")

(defvar mirageport--bounds nil
  "What the program said about folders with upper bounds.
A list of (FOLDER TIMES . USED): when its files were changed, and whether
a pack is for it.")

(defun mirageport--bounded (name)
  "The folder whose upper bounds a pack is for, upwards from the file NAME.
The program is asked about a folder once, until a file there changes; where
no file has an upper bound it is not started."
  (when-let* (((and mirageport-bounds (not (file-remote-p name))
                    (executable-find (car mirageport-command))))
              (folder (locate-dominating-file
                       name (lambda (each)
                              (and (file-directory-p each)
                                   (or (file-exists-p (expand-file-name ".git" each))
                                       (directory-files each nil mirageport--with-bounds t))))))
              (files (seq-filter #'mirageport--text-p
                                 (directory-files folder t mirageport--with-bounds)))
              ((seq-some (lambda (file) (mirageport--found-p mirageport--upper-bound file))
                         files)))
    (let ((times (mapcar (lambda (file)
                           (file-attribute-modification-time (file-attributes file)))
                         files)))
      (unless (equal (cadr (assoc folder mirageport--bounds)) times)
        (setf (alist-get folder mirageport--bounds nil nil #'equal)
              (cons times (mirageport--used-p folder))))
      (and (cddr (assoc folder mirageport--bounds)) folder))))

(defun mirageport--used-p (folder)
  "Whether a pack is used for the project in FOLDER: the program is asked."
  (when-let* ((said (with-demoted-errors "%S"
                      (mirageport--call '(0 2) nil
                                        (list "pack" "list" (expand-file-name folder))))))
    (string-match-p "  used here: " said)))

(defconst mirageport--most-bytes (* 8 1024 1024)
  "The server reads no longer files either.")

(defun mirageport--text-p (file)
  "Whether FILE is a regular one that can be read to its end.
Emacs would wait for a pipe or a device that is called like a source file."
  (and (file-regular-p file)
       (file-readable-p file)
       (<= (file-attribute-size (file-attributes (file-truename file)))
           mirageport--most-bytes)))

(defun mirageport--speaks-of-mirage-p (file)
  "Whether the text of FILE names Mirage."
  (mirageport--found-p "\\_<Mirage\\_>" file))

(defun mirageport--found-p (pattern file)
  "Whether PATTERN is found in the text of FILE, which a buffer may visit."
  (when (mirageport--text-p file)
    (let ((case-fold-search nil))
      (if-let* ((buffer (find-buffer-visiting file)))
          (with-current-buffer buffer
            (save-excursion
              (save-restriction
                (widen)
                (goto-char (point-min))
                (re-search-forward pattern nil t))))
        (with-temp-buffer
          (insert-file-contents-literally file nil 0 mirageport--most-bytes)
          (re-search-forward pattern nil t))))))

(defun mirageport--ocaml-p ()
  "Whether this buffer visits a file with OCaml code: a lexer is one, too."
  (and buffer-file-name
       (string-match-p "\\.ml[ily]?\\'" buffer-file-name)))

(defconst mirageport--around
  (rx "/"
      (or (seq (? "gnu") "makefile" (? "." (+ (not (any "/")))))
          (seq "dockerfile" (? "." (+ (not (any "/")))))
          (seq (or ".travis" ".gitlab-ci" ".drone" "appveyor" "circle") ".yml")
          "vagrantfile" ".gitignore" ".merlin" "_tags" ".mirage.config" "opam" "dune" "jbuild"
          (seq (+ (not (any "/")))
               (or ".sh" ".bash" ".mk" ".dockerfile" ".opam" ".xl" ".xl.in"))
          (seq (or ".github/workflows/" ".circleci/") (+ (not (any "/")))
               (or ".yml" ".yaml"))
          (seq (or "readme" "install" "building" "contributing" "hacking" "tutorial")
               (* (not (any "/"))) (or ".md" ".markdown")))
      eos)
  "The files around a unikernel that say how it is built and run.")

(defun mirageport--around-p ()
  "Whether this buffer visits a file around a unikernel, such as its Makefile.
Of what is around the code of other projects, only opam files count."
  (let ((case-fold-search t))
    (and buffer-file-name
         (string-match-p mirageport--around buffer-file-name)
         (or (mirageport--unikernel buffer-file-name)
             (and (string-match-p "[./]opam\\'" buffer-file-name)
                  (mirageport--bounded buffer-file-name))))))

(defun mirageport--ours-p ()
  "Whether there can be something of Mirage 2 in this buffer."
  (or (mirageport--ocaml-p) (mirageport--around-p)))


;;; A mode for those who have none

(defvar mirageport-ocaml-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?_ "w" table)
    (modify-syntax-entry ?' "w" table)
    (modify-syntax-entry ?\( "()1n" table)
    (modify-syntax-entry ?* ". 23" table)
    (modify-syntax-entry ?\) ")(4n" table)
    table)
  "What is a word, a string and a comment in OCaml.")

;;;###autoload
(define-derived-mode mirageport-ocaml-mode prog-mode "OCaml"
  "OCaml for those without tuareg, caml-mode or neocaml.
It knows comments and strings, no more."
  (setq-local comment-start "(* ")
  (setq-local comment-end " *)")
  (setq-local comment-start-skip "(\\*+[ \t]*"))

(defun mirageport--provide-mode ()
  "Have OCaml files opened in `mirageport-ocaml-mode' when no OCaml mode does.
Without one, Emacs takes `.ml' for a kind of Lisp."
  (unless (assq (assoc-default "unikernel.ml" auto-mode-alist #'string-match-p) mirageport-modes)
    (add-to-list 'auto-mode-alist '("\\.mli?\\'" . mirageport-ocaml-mode)))
  (dolist (name '("lexer.mll" "grammar.mly"))
    (unless (assoc-default name auto-mode-alist #'string-match-p)
      (add-to-list 'auto-mode-alist
                   (cons (concat "\\." (file-name-extension name) "\\'") 'mirageport-ocaml-mode)))))


;;; As a language server

(defun mirageport--contact (&rest _)
  "The server for this buffer: mirageport in what it ports, else the other one."
  (cond ((not (mirageport-root)) mirageport-other-server)
        ((file-remote-p default-directory) (append mirageport-command '("lsp")))
        (t (list 'eglot-lsp-server :process #'mirageport--serve))))

(defconst mirageport--neutral data-directory
  "Where programs are started.
Not in the folder of the files: a program might take a file there for a part
of itself.")

(defun mirageport--serve ()
  "Start the server; return its process."
  (let ((default-directory mirageport--neutral))
    (make-process
     :name "mirageport"
     :command (append mirageport-command '("lsp"))
     :connection-type 'pipe
     :coding 'utf-8-emacs-unix
     :noquery t
     :stderr (get-buffer-create "*mirageport stderr*"))))

;;;###autoload
(defun mirageport-setup ()
  "Let Eglot run mirageport for the OCaml files of unikernels from now on.
And for those of projects that a pack is for, see `mirageport-root'.
Other OCaml files get `mirageport-other-server' when Eglot is asked for."
  (unless (require 'eglot nil t)
    (user-error "No Eglot: M-x package-install RET eglot, or use (mirageport-setup-beside)"))
  (mirageport--provide-mode)
  (add-to-list 'eglot-server-programs
               (cons (mapcar (lambda (each) (list (car each) :language-id (cdr each)))
                             mirageport-modes)
                     #'mirageport--contact))
  (mirageport--in-every-mode #'mirageport--start)
  (add-hook 'find-file-hook #'mirageport--start-around))

(defun mirageport--in-every-mode (function)
  "Have FUNCTION called in every OCaml buffer that comes up."
  (dolist (each mirageport-modes)
    (add-hook (intern (format "%s-hook" (car each))) function)))

(defun mirageport--start ()
  "Start the server for a buffer of a unikernel."
  (when (and (mirageport--ocaml-p) (mirageport-root))
    (if (executable-find (car mirageport-command))
        (eglot-ensure)
      (message "%s" (mirageport--missing)))))

(defun mirageport--missing ()
  "The message for when the program is not installed."
  (format "mirageport: cannot find ‘%s’; install it or customize ‘mirageport-command’"
          (car mirageport-command)))

(defun mirageport--server ()
  "The mirageport server of this buffer, nil when another serves it or none."
  (when-let* ((server (and (fboundp 'eglot-managed-p)
                           (eglot-managed-p)
                           (eglot-current-server)))
              (offered (plist-get (eglot--capabilities server) :executeCommandProvider)))
    (and (seq-contains-p (plist-get offered :commands) "mirageport.report")
         server)))

(defun mirageport--uri ()
  "The URI under which the server knows this buffer."
  (let ((to-uri (if (fboundp 'eglot-path-to-uri) #'eglot-path-to-uri #'eglot--path-to-uri)))
    (funcall to-uri buffer-file-name)))

(defun mirageport--send-changes ()
  "Send the server what changed in all its buffers, as Eglot does for one only.
A port changes several files, and a second one must not be made of
what they were before."
  (dolist (buffer (eglot--managed-buffers (mirageport--server)))
    (when (buffer-live-p buffer)
      (with-current-buffer buffer
        (eglot--signal-textDocument/didChange)))))

(defun mirageport--act (kind)
  "Have the code action of this exact KIND made."
  (mirageport--send-changes)
  (condition-case caught
      (eglot-code-actions (point-min) (point-max) kind t)
    (error
     (if (string-match-p "code actions here" (error-message-string caught))
         (message "mirageport: nothing to fix")
       (signal (car caught) (cdr caught))))))


;;; Over the command line

(defun mirageport--arguments (&rest arguments)
  "The program and ARGUMENTS as a list; an error for the person when it is missing."
  (unless (executable-find (car mirageport-command))
    (user-error "%s" (mirageport--missing)))
  (append mirageport-command arguments))

(defun mirageport--run (&rest arguments)
  "Run the program with ARGUMENTS and return its output.
What it complains of is an error; that something is left is none."
  (mirageport--call '(0 1) nil arguments))

(defun mirageport--call (good input arguments)
  "Run the program with ARGUMENTS and the text INPUT and return its output.
An exit status that is none of GOOD, or no output with one above 1, is an error."
  (let ((errors (make-temp-file "mirageport"))
        (command (apply #'mirageport--arguments arguments))
        (default-directory mirageport--neutral)
        (coding-system-for-read 'utf-8-unix)
        (coding-system-for-write 'utf-8-unix))
    (unwind-protect
        (with-temp-buffer
          (insert (or input ""))
          (let ((status (apply #'call-process-region (point-min) (point-max) (car command)
                               t (list t errors) nil (cdr command))))
            (if (and (memq status good)
                     (or (< status 2) (> (buffer-size) 0)))
                (buffer-string)
              (user-error "%s" (mirageport--complaint errors status)))))
      (delete-file errors))))

(defun mirageport--complaint (file status)
  "The last line of FILE, or a word about the exit STATUS without one."
  (with-temp-buffer
    (insert-file-contents file)
    (let ((lines (split-string (buffer-string) "\n" t)))
      (or (car (last lines)) (format "mirageport: ended with %s" status)))))

(defun mirageport--folder-or-file ()
  "What to give the command line for the unikernel of this buffer."
  (expand-file-name (or (mirageport-root) buffer-file-name)))

(defun mirageport--buffers ()
  "The buffers that visit files of this buffer's unikernel."
  (let ((root (mirageport-root))
        (own (current-buffer)))
    (seq-filter (lambda (buffer)
                  (with-current-buffer buffer
                    (and (mirageport--ours-p)
                         (or (eq buffer own)
                             (and root (file-in-directory-p buffer-file-name root))))))
                (buffer-list))))

(defun mirageport--save ()
  "Save the buffers of this unikernel: the command line knows only files."
  (let ((unsaved (seq-filter #'buffer-modified-p (mirageport--buffers))))
    (when (and unsaved
               (not (y-or-n-p (format "Save %s first? "
                                      (string-join (mapcar #'buffer-name unsaved) ", ")))))
      (user-error "Not saved, so nothing was done"))
    (dolist (buffer unsaved)
      (with-current-buffer buffer (save-buffer)))))

(defun mirageport--rewrite (&rest arguments)
  "Save, run `mirageport fix' with ARGUMENTS, and read the files again."
  (mirageport--save)
  (let ((said (apply #'mirageport--run "fix" arguments)))
    (dolist (buffer (mirageport--buffers))
      (with-current-buffer buffer
        (unless (verify-visited-file-modtime buffer)
          (revert-buffer-with-fine-grain t t)
          (when flymake-mode (flymake-start)))))
    (message "mirageport: %s" (string-trim (car (split-string said "\n"))))))


;;; The commands

(defvar-local mirageport--reported nil
  "The buffer a report was asked for from.")

(defvar-local mirageport--asked nil
  "The function that gives the entries of this report.")

(defmacro mirageport--in-source (&rest body)
  "Evaluate BODY in this buffer, or in the one this report is about."
  (declare (indent 0) (debug t))
  `(with-current-buffer (mirageport--source)
     ,@body))

(defun mirageport--source ()
  "The buffer that a command is for; an error for the person without one."
  (if (derived-mode-p 'mirageport-report-mode)
      (if (buffer-live-p mirageport--reported)
          mirageport--reported
        (user-error "The buffer this report was made from is gone"))
    (if (mirageport--ours-p)
        (current-buffer)
      (user-error "This buffer visits no file of a unikernel"))))

;;;###autoload
(defun mirageport-port ()
  "Port the unikernel of this buffer to the release that is set, or to Mirage 3.
All safe and review fixes are made, in all its files.  With the server the
changes are left unsaved in buffers: look at them, then save them with
\\[save-some-buffers].  Without it they are shown as a diff first, and
written when you agree."
  (interactive)
  (mirageport--in-source
    (if (mirageport--server)
        (mirageport--act "source.mirageport.port")
      (mirageport--port-files))))

(defun mirageport--port-files ()
  "Port the files of this buffer's unikernel when the person likes the diff."
  (mirageport--save)
  (let* ((place (mirageport--folder-or-file))
         (diff (mirageport--run "fix" "--review" "--diff" place)))
    (if (string-empty-p diff)
        (message "mirageport: nothing to fix")
      (save-window-excursion
        (mirageport--show-diff diff)
        (unless (y-or-n-p "Port the unikernel like this? ")
          (user-error "Nothing was changed")))
      (mirageport--rewrite "--review" place))))

(defun mirageport--show-diff (text)
  "Show TEXT, a diff, in a buffer of its own."
  (with-current-buffer (get-buffer-create "*mirageport diff*")
    (let ((inhibit-read-only t))
      (erase-buffer)
      (insert text)
      (goto-char (point-min)))
    (diff-mode)
    (setq buffer-read-only t)
    (display-buffer (current-buffer))))

;;;###autoload
(defun mirageport-fix ()
  "Make all safe fixes in this unikernel.
Over the command line, those in the other files of its unikernel too."
  (interactive)
  (mirageport--in-source
    (if (mirageport--server)
        (mirageport--act "source.fixAll.mirageport")
      (mirageport--rewrite buffer-file-name))))

;;;###autoload
(defun mirageport-fix-rule (rule)
  "Make all fixes of RULE in this file, safe or to review.
Over the command line, those in the other files of its unikernel too."
  (interactive
   (list (mirageport--read-rule "Fix all of rule"
                                (mirageport--in-source (mirageport--rules-here)))))
  (mirageport--in-source
    (if (mirageport--server)
        (mirageport--act (concat "source.fixAll.mirageport." rule))
      (mirageport--rewrite "--review" "--select" rule buffer-file-name))))

;;;###autoload
(defun mirageport-explain (rule)
  "Show the page of RULE: what changed, with code before and after."
  (interactive (list (mirageport--read-rule "Explain rule" #'mirageport--all-rules)))
  (let ((page (condition-case caught
                  (mirageport--run "explain" rule)
                (user-error (or (mirageport--page rule)
                                (signal (car caught) (cdr caught)))))))
    (with-help-window (get-buffer-create "*mirageport rule*")
      (princ page))))

(defun mirageport--page (rule)
  "The page of RULE by the server, which knows the project's own packs.
Nil where there is none."
  (when-let* ((server (ignore-errors (mirageport--in-source (mirageport--server))))
              (found (jsonrpc-request server :workspace/executeCommand
                                      (list :command "mirageport.explain"
                                            :arguments (vector rule))))
              (page (plist-get found :page)))
    (format "%s: %s\n\n%s" rule (plist-get found :title) page)))

;;;###autoload
(defun mirageport-explain-message (text)
  "Say which rules know TEXT, a message of the compiler or of mirage, or a log.
That is the region if it is active, the whole buffer of a compilation, the
message of another tool at point, or what you type."
  (interactive (list (mirageport--message-here)))
  (let* ((long (> (string-bytes text) 100000))
         (said (mirageport--call '(0 1) (and long text) (list "explain" "--" (if long "-" text)))))
    (with-help-window (get-buffer-create "*mirageport message*")
      (princ said))))

(defun mirageport--message-here ()
  "The message that is meant at point, or one that is typed."
  (cond ((use-region-p)
         (buffer-substring-no-properties (region-beginning) (region-end)))
        ((derived-mode-p 'compilation-mode)
         (buffer-substring-no-properties (point-min) (point-max)))
        ((when-let* ((other (seq-find (lambda (each) (not (mirageport--rule-of each)))
                                      (flymake-diagnostics (point)))))
           (flymake-diagnostic-text other)))
        (t (read-string "Message: "))))

;;;###autoload
(defun mirageport-restart ()
  "Start the server of this buffer again; without one, have the file checked again."
  (interactive)
  (mirageport--in-source
    (cond ((mirageport--server)
           (eglot-reconnect (eglot-current-server) t))
          (mirageport-flymake-mode (flymake-start))
          (t (user-error "No mirageport here: M-x eglot or M-x mirageport-flymake-mode")))))

(defun mirageport--read-rule (prompt rules)
  "Ask for one of RULES, a list or a function that gives one, with PROMPT."
  (let* ((choices (if (functionp rules) (funcall rules) rules))
         (here (mirageport--rule-at-point))
         (default (car (member here choices))))
    (unless choices
      (user-error "Nothing is marked in this buffer"))
    (completing-read (format-prompt prompt default) choices nil t nil nil default)))

(defun mirageport--all-rules ()
  "The names of all rules: those of packs where they are marked here."
  (delete-dups
   (append (delq nil (list (mirageport--rule-at-point)))
           (mirageport--rules-here)
           (mapcar (lambda (line) (car (split-string line)))
                   (split-string (mirageport--run "rules") "\n" t)))))

(defun mirageport--rule-at-point ()
  "The rule of the finding at point, nil where there is none."
  (if (derived-mode-p 'mirageport-report-mode)
      (alist-get 'rule (tabulated-list-get-id))
    (seq-some #'mirageport--rule-of (flymake-diagnostics (point)))))

(defun mirageport--rules-here ()
  "The rules with a finding in this buffer, in the order of the text."
  (let ((found (sort (flymake-diagnostics)
                     (lambda (a b)
                       (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))
    (delete-dups (delq nil (mapcar #'mirageport--rule-of found)))))

(defun mirageport--rule-of (diagnostic)
  "The rule of a Flymake DIAGNOSTIC; nil when it is not ours."
  (let ((text (flymake-diagnostic-text diagnostic)))
    ;; Newer versions of Flymake put blanks before a text without an origin.
    (and (string-match "\\` *mirageport \\[\\([a-z0-9-]+\\)\\]" text)
         (match-string 1 text))))


;;; The report

(defvar mirageport-report-mode-map
  (let ((map (make-sparse-keymap)))
    (set-keymap-parent map tabulated-list-mode-map)
    (define-key map (kbd "RET") #'mirageport-report-visit)
    (define-key map (kbd "SPC") #'mirageport-report-show)
    (define-key map (kbd "e") #'mirageport-explain)
    (define-key map (kbd "F") #'mirageport-fix-rule)
    (define-key map (kbd "P") #'mirageport-port)
    map)
  "Keys of the report.")

(define-derived-mode mirageport-report-mode tabulated-list-mode "Port report"
  "What is left to port in a unikernel or another project.
\\{mirageport-report-mode-map}"
  (setq tabulated-list-format [("File" 22 t) ("Line" 6 mirageport--before-p :right-align t)
                               ("Fix" 10 t) ("Rule" 22 t) ("Message" 0 nil)])
  (setq tabulated-list-padding 1)
  (setq-local revert-buffer-function #'mirageport--report-again)
  (tabulated-list-init-header))

(defun mirageport--before-p (one other)
  "Whether the line of entry ONE comes before that of OTHER."
  (< (alist-get 'line (car one)) (alist-get 'line (car other))))

;;;###autoload
(defun mirageport-report ()
  "List what is left to port in the unikernel or project of this buffer."
  (interactive)
  (message "mirageport: %s" (mirageport--count (mirageport--report "*mirageport report*"
                                                                   #'mirageport--entries))))

;;;###autoload
(defun mirageport-check-self ()
  "Type-check the ported code of the unikernel of this buffer.
What is left and type errors are listed, for the files as they
were saved."
  (interactive)
  (mirageport--in-source (mirageport--save))
  (mirageport--report "*mirageport self-check*" #'mirageport--judged))

;;;###autoload
(defun mirageport-verify ()
  "Ask an installed OCaml compiler about the unikernel of this buffer.
What it refuses and what it cannot judge is listed; it is given the files as
they were saved."
  (interactive)
  (mirageport--in-source (mirageport--save))
  (let ((entries (mirageport--report "*mirageport verify*" #'mirageport--verdicts)))
    (message "mirageport: %s" (if entries
                                  (format "%d not accepted" (length entries))
                                "the compiler accepts all of it"))))

(defun mirageport--report (name entries)
  "Show a report called NAME of what the function ENTRIES gives, and return that."
  (let* ((asking (mirageport--source))
         (found (with-current-buffer asking (funcall entries)))
         (buffer (get-buffer-create name)))
    (with-current-buffer buffer
      (unless (derived-mode-p 'mirageport-report-mode)
        (mirageport-report-mode))
      (setq mirageport--reported asking
            mirageport--asked entries)
      (mirageport--list found))
    (pop-to-buffer buffer)
    found))

(defun mirageport--report-again (&rest _)
  "Make the report of this buffer anew."
  (let ((asked mirageport--asked))
    (mirageport--list (mirageport--in-source (funcall asked)))))

(defun mirageport--count (entries)
  "How many ENTRIES are left, in words; suggestions do not count."
  (let ((left (seq-count (lambda (each) (not (equal (alist-get 'applicability each) "suggestion")))
                         entries)))
    (if (zerop left) "nothing is left to port" (format "%d left" left))))

(defun mirageport--list (entries)
  "Show ENTRIES in this buffer."
  (let ((root (and mirageport--reported
                   (with-current-buffer mirageport--reported
                     (or (mirageport-root) default-directory)))))
    (setq tabulated-list-entries
          (mapcar (lambda (entry)
                    (list entry
                          (vector (file-relative-name (alist-get 'file entry) root)
                                  (number-to-string (alist-get 'line entry))
                                  (mirageport--how (alist-get 'applicability entry))
                                  (alist-get 'rule entry)
                                  (alist-get 'message entry))))
                  entries)))
  (tabulated-list-print t))

(defun mirageport--how (applicability)
  "The word for APPLICABILITY in the report."
  (if (equal applicability "manual") "by hand" applicability))

(defun mirageport--entries ()
  "The findings in the unikernel of this buffer, each an alist."
  (if-let* ((server (mirageport--server)))
      (mapcar #'mirageport--from-plist
              (plist-get (jsonrpc-request server :workspace/executeCommand
                                          (list :command "mirageport.report"
                                                :arguments (vector (mirageport--uri)))
                                          :deferred t :timeout 60)
                         :findings))
    (mirageport--parse (mirageport--run "check" "--output-format" "json"
                                        (mirageport--folder-or-file)))))

(defun mirageport--judged ()
  "What the self-check lists of this unikernel, each an alist.
What is left, and what could not be judged, is said."
  (let* ((text (mirageport--run "check" "--self" "--output-format" "json" "--"
                                (mirageport--folder-or-file)))
         (entries (mirageport--parse text)))
    (message "mirageport: %s" (let-alist (mirageport--read text) .summary.text))
    entries))

(defun mirageport--verdicts ()
  "What the compiler does not accept of this unikernel, each an alist."
  (let* ((text (mirageport--call '(0 1 2) nil (list "verify" "--output-format" "json" "--"
                                                    (mirageport--folder-or-file))))
         (read (mirageport--read text)))
    (mapcar (lambda (each)
              (let-alist each
                `((line . ,(or .start.line 1)) (column . ,(or .start.column 1))
                  (applicability . ,.verdict) (rule . ,(or .rule "")) ,@each)))
            (seq-remove (lambda (each) (equal (alist-get 'verdict each) "accepted"))
                        (alist-get 'files read)))))

(defun mirageport--from-plist (plist)
  "An alist out of a PLIST."
  (let (found)
    (while plist
      (push (cons (intern (substring (symbol-name (pop plist)) 1)) (pop plist)) found))
    (nreverse found)))

(defun mirageport--parse (text)
  "The findings in TEXT, which the command line printed as JSON."
  (mapcar (lambda (each)
            (let-alist each
              `((line . ,.start.line) (column . ,.start.column)
                (last-line . ,.end.line) (last-column . ,.end.column)
                ,@each)))
          (alist-get 'findings (mirageport--read text))))

(defun mirageport--read (text)
  "An alist out of the JSON in TEXT."
  (json-parse-string text :object-type 'alist :array-type 'list :null-object nil))

(defun mirageport-report-visit ()
  "Go to the place of the entry at point."
  (interactive)
  (mirageport--go (tabulated-list-get-id) #'pop-to-buffer))

(defun mirageport-report-show ()
  "Show the place of the entry at point, and stay in the report."
  (interactive)
  (save-selected-window
    (mirageport--go (tabulated-list-get-id) #'pop-to-buffer)))

(defun mirageport--go (entry display)
  "Go to the place of ENTRY, in a window chosen by the function DISPLAY."
  (unless entry
    (user-error "No entry here"))
  (funcall display (find-file-noselect (alist-get 'file entry)))
  (widen)
  (goto-char (mirageport--point (alist-get 'line entry) (alist-get 'column entry)))
  (recenter))

(defun mirageport--point (line column)
  "The place of LINE and COLUMN, both counted from 1, columns in characters."
  (save-excursion
    (save-restriction
      (widen)
      (goto-char (point-min))
      (forward-line (1- line))
      (min (+ (point) (1- column)) (line-end-position)))))


;;; Beside another server: a backend for Flymake

(defvar-local mirageport--process nil
  "The check of this buffer that is running.")

;;;###autoload
(define-minor-mode mirageport-flymake-mode
  "Mark what is left to port, checked over the command line.
Files are checked as they were saved.  For those who
keep another server in the same buffer, such as ocamllsp."
  :lighter nil
  (if mirageport-flymake-mode
      (progn
        (add-hook 'flymake-diagnostic-functions #'mirageport-flymake nil t)
        (add-hook 'eglot-managed-mode-hook #'mirageport--stay nil t)
        (flymake-mode 1))
    (remove-hook 'flymake-diagnostic-functions #'mirageport-flymake t)
    (remove-hook 'eglot-managed-mode-hook #'mirageport--stay t)
    (when flymake-mode (flymake-start))))

(defun mirageport--stay ()
  "Take our place again beside Eglot, which puts itself in place of others."
  (when mirageport-flymake-mode
    (add-hook 'flymake-diagnostic-functions #'mirageport-flymake nil t)
    (when flymake-mode (flymake-start))))

;;;###autoload
(defun mirageport-setup-beside ()
  "Mark what is of earlier releases in unikernels, beside any other server."
  (mirageport--provide-mode)
  (mirageport--in-every-mode #'mirageport--start-beside)
  (add-hook 'find-file-hook #'mirageport--start-around))

(defun mirageport--start-around ()
  "Check a file around a unikernel over the command line.
The mode of such a file may have a server of its own, which it keeps."
  (when (and (not (mirageport--ocaml-p)) (mirageport--around-p))
    (mirageport-flymake-mode 1)))

(defun mirageport--start-beside ()
  "Check the file of this buffer when it is one of a unikernel."
  (when (and (mirageport--ocaml-p) (mirageport-root))
    (mirageport-flymake-mode 1)))

(defun mirageport-flymake (report &rest _)
  "A backend for Flymake: check the file of this buffer, then call REPORT.
A buffer with changes keeps the marks it has until it is saved, as the command
line reads files."
  (when (process-live-p mirageport--process)
    (delete-process mirageport--process))
  (cond ((not (mirageport--ours-p))
         (funcall report nil))
        ((not (executable-find (car mirageport-command)))
         (funcall report :panic :explanation (mirageport--missing)))
        ((or (buffer-modified-p) (not (file-exists-p buffer-file-name)))
         (funcall report nil :region (cons (point-min) (point-min))))
        (t (mirageport--check report))))

(defun mirageport--check (report)
  "Start a check of the file of this buffer; REPORT is called when it is done."
  (let ((buffer (current-buffer))
        (command (mirageport--arguments "check" "--output-format" "json" buffer-file-name))
        (default-directory mirageport--neutral)
        (errors (generate-new-buffer " *mirageport errors*" t)))
    (setq mirageport--process
          (make-process
           :name "mirageport"
           :buffer (generate-new-buffer " *mirageport check*" t)
           :stderr (make-pipe-process :name "mirageport errors" :buffer errors :noquery t
                                      :sentinel #'ignore)
           :command command
           :connection-type 'pipe
           :coding 'utf-8-unix
           :noquery t
           :sentinel (lambda (process _event)
                       (unless (process-live-p process)
                         (mirageport--checked process buffer errors report)))))))

(defun mirageport--checked (process buffer errors report)
  "Call REPORT with what PROCESS found in BUFFER.
What went wrong, if anything, is in the buffer ERRORS."
  (unwind-protect
      (when (and (buffer-live-p buffer)
                 (eq process (buffer-local-value 'mirageport--process buffer))
                 (eq (process-status process) 'exit))
        (let ((text (with-current-buffer (process-buffer process) (buffer-string))))
          (with-current-buffer buffer
            (condition-case nil
                (funcall report (mirageport--diagnostics (mirageport--parse text)))
              (json-error
               (funcall report :panic :explanation
                        (string-trim (with-current-buffer errors (buffer-string)))))))))
    (when-let* ((pipe (get-buffer-process errors)))
      (delete-process pipe))
    (kill-buffer errors)
    (kill-buffer (process-buffer process))))

(defun mirageport--diagnostics (entries)
  "Those of ENTRIES that are about this buffer, for Flymake."
  (let ((own (file-truename buffer-file-name)))
    (mapcar #'mirageport--diagnostic
            (seq-filter (lambda (each) (equal (file-truename (alist-get 'file each)) own))
                        entries))))

(defun mirageport--diagnostic (entry)
  "ENTRY for Flymake."
  (let-alist entry
    (flymake-make-diagnostic
     (current-buffer)
     (mirageport--point .line .column)
     (mirageport--point .last-line .last-column)
     (pcase .severity ("error" :error) ("warning" :warning) (_ :note))
     (format "mirageport [%s]: %s" .rule .message)
     entry)))

(provide 'mirageport)
;;; mirageport.el ends here
