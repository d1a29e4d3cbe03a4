// Sits before the editor as a person does: keys, menus, and what is to be seen on the screen.
//
// usage: node drive.mjs JOB.json; the job says what to open and what to do, and where to write what
// was seen. Waits for what must come and never for a time.

import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const seen = {};
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

const browser = await chromium.launch({ executablePath: job.browser, args: FLAGS });
const page = await browser.newPage({ viewport: job.size ?? { width: 1280, height: 860 }, deviceScaleFactor: 1 });
page.setDefaultTimeout(60_000);
let count = 0;

try {
  for (const step of job.steps) {
    const [name, ...args] = step;
    seen[name] = await STEPS()[name](...args);
    await shot(name);
  }
} catch (error) {
  seen.error = `${error.stack ?? error}`;
  await shot("error");
} finally {
  fs.writeFileSync(job.report, JSON.stringify(seen));
  await browser.close();
}

function STEPS() {
  return { open, install, crash, restart, fixOnSave, squiggles, problems, quickFix, allOfRule: quickFix, fixAll, report, explain, panel, port, portSafe: port, portCancelled: port, undo, saveAll, savedSafe: saveAll, verify, checkSelf, explainMessage };
}

async function shot(name) {
  count += 1;
  const file = `${String(count).padStart(2, "0")}-${name}.png`;
  await page.screenshot({ path: path.join(job.shots, file) });
}

/** The editor has drawn what it was sent. */
function drawn() {
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return page.evaluate(frame);
}

/** Wait until a question of ours is answered with something true. */
async function until(what, question) {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`waited in vain for ${what}`);
    }
    await page.waitForTimeout(50);
  }
}

/** Whether this comes within a moment; what was done to make it come may have gone astray. */
function came(what, state = "visible") {
  return what.waitFor({ state, timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

async function command(title) {
  await page.keyboard.press("F1");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

async function toast(text) {
  const found = page.locator(".notification-toast", { hasText: text }).first();
  await found.waitFor();
  return found;
}

/** Where there is no server: take the offer to install it; gives what is said before and after. */
async function install() {
  await page.goto(job.url);
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: ".ml" }).first().waitFor();
  const offer = await toast("The mirageport server");
  const before = await offer.locator(".notification-list-item-message").innerText();
  await shot("offer");
  await offer.locator(".monaco-button", { hasText: "Install" }).click();
  const told = await toast("is installed");
  return [before, await told.locator(".notification-list-item-message").innerText()];
}

/** The processes of the server that the editor installed for itself. */
function servers() {
  return fs.readdirSync("/proc").filter((pid) => {
    try {
      const words = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return words.includes("lsp") && words.some((word) => word.startsWith(job.work));
    } catch {
      return false;
    }
  });
}

/** The server is killed; gives how often it runs afterwards. */
async function crash() {
  const [before] = await until("the server to run", () => servers().length && servers());
  process.kill(Number(before), "SIGKILL");
  await until("another server", () => servers().some((pid) => pid !== before));
  await status();
  return servers().length;
}

/** The command to restart; gives how many servers run afterwards. */
async function restart() {
  const [before] = servers();
  await command("mirageport: Restart");
  await until("another server", () => servers().length === 1 && servers()[0] !== before);
  await status();
  return servers().length;
}

/** Type a line at the end of the file that is shown, and save; gives what is on disk then. */
async function fixOnSave(file, line) {
  const before = fs.readFileSync(file, "utf8");
  await page.locator(".editor-instance .view-lines").first().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(line);
  return written(file, before);
}

/** Open a file from the explorer; gives what the status bar says of the unikernel. */
async function open(file) {
  if (!page.url().startsWith(job.url.split("?")[0])) {
    await page.goto(job.url);
  }
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: file }).first().dblclick();
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
  return status();
}

/** What the status bar says of the unikernel. */
async function status() {
  const item = page.locator(".statusbar-item", { hasText: /Mirage 3|OCaml 5/ }).first();
  await item.waitFor();
  return (await item.innerText()).trim();
}

/** The texts that are underlined, as they are drawn: [their line, where in it, in characters, the
 * text]. Hints are not: of them the editor draws three dots. */
async function squiggles() {
  return page.evaluate(() => {
    const editor = document.querySelector(".editor-instance .monaco-editor");
    const characters = (line) => {
      const found = [];
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        let at = 0;
        for (const letter of node.data) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, (at += letter.length));
          found.push([letter.replace("\u00a0", " "), range.getBoundingClientRect()]);
        }
      }
      return found;
    };
    const lines = [...editor.querySelectorAll(".view-lines .view-line")].map((line) => ({
      box: line.getBoundingClientRect(),
      letters: characters(line),
    }));
    return [...editor.querySelectorAll(".cdr[class*=squiggly-]:not(.squiggly-hint)")].map((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      const line = lines.find(({ box }) => box.top <= middle && middle < box.bottom);
      const inside = line.letters.filter(([, box]) => {
        const centre = (box.left + box.right) / 2;
        return left <= centre && centre < right;
      });
      const text = (letters) => letters.map(([letter]) => letter).join("");
      return [text(line.letters), line.letters.indexOf(inside[0]), text(inside)];
    });
  });
}

/** The rows of the Problems panel, how many problems it counts, and what the editor's diagnostics are.
 * other: a file that is not open, and has problems. */
async function problems(other) {
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "mirageport" }).first().waitFor();
  await page.locator(".markers-panel .monaco-list-row", { hasText: other }).first().waitFor();
  const rows = await page.locator(".markers-panel .monaco-list-row").evaluateAll((found) =>
    found.map((row) => row.getAttribute("aria-label")),
  );
  const diagnostics = fs.existsSync(job.probe) && JSON.parse(fs.readFileSync(job.probe, "utf8"));
  return { rows, count: await problemCount(), diagnostics };
}

/** How many problems the panel counts, of all files. */
async function problemCount() {
  return Number(await page.locator(".part.panel .action-item.checked .badge-content").first().innerText());
}

/** Go to a finding by its place in the Problems panel, such as "line 3 and character 7". */
async function goToProblem(place) {
  const row = page.locator(`.markers-panel .monaco-list-row[aria-label*="${place}"]`).last();
  const list = page.locator(".markers-panel .monaco-list").first();
  let down = 0;
  await until(`the place of the problem at ${place}`, async () => {
    if ((await row.count()) === 0) {
      // What is further up or down has no row.
      await list.hover();
      await page.mouse.wheel(0, -5000);
      await page.mouse.wheel(0, (down = (down + 100) % 2000));
      await drawn();
      return false;
    }
    // The panel draws its rows anew when findings arrive, and what was clicked then goes nowhere.
    const spot = { x: 60, y: 8 }; // away from the link to the rule's page
    if (!(await row.dblclick({ position: spot, timeout: 3_000 }).then(() => true, () => false))) {
      await page.keyboard.press("Escape"); // a menu that came late lies over the row
      return false;
    }
    return came(page.locator(".editor-instance :focus").first(), "attached");
  });
}

/** Choose from the menu of quick fixes; gives all that it offered. */
async function choose(title) {
  const row = page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first();
  await until(`the fix "${title}"`, async () => {
    // The editor may still be on its way to the place, and then knows of no fix.
    await page.keyboard.press("Control+.");
    return (await came(row)) || void (await page.keyboard.press("Escape"));
  });
  const offered = await page.locator(".action-widget .monaco-list-row.action").allInnerTexts();
  await shot("menu");
  for (let i = 0; i < offered.length; i += 1) {
    const focused = page.locator(".action-widget .monaco-list-row.focused");
    if ((await focused.count()) && (await focused.innerText()).includes(title)) {
      break;
    }
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  return offered;
}

/** Save, and give what is on disk once the file has changed. */
async function written(file, before) {
  await page.locator(".tab.active.dirty").waitFor();
  await page.keyboard.press("Control+S");
  await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
  return until(`${file} to be written`, () => {
    const text = fs.readFileSync(file, "utf8");
    return text !== before && text;
  });
}

async function quickFix(problem, title, file) {
  const before = fs.readFileSync(file, "utf8");
  await goToProblem(problem);
  await page.keyboard.press("Home"); // anywhere on the line will do
  const offered = await choose(title);
  return { offered, text: await written(file, before) };
}

async function fixAll(file) {
  const before = fs.readFileSync(file, "utf8");
  await command("mirageport: Fix All Safe");
  return written(file, before);
}

/** The port report: its groups and entries; an entry chosen leads to a place in a file. */
async function report(entry, place) {
  await command("mirageport: Show Port Report");
  const row = page.locator(".sidebar .monaco-list-row", { hasText: entry }).first();
  await row.waitFor();
  const rows = await page.locator(".sidebar .monaco-list-row").evaluateAll((found) =>
    found.map((each) => each.getAttribute("aria-label")),
  );
  await shot("report-view");
  await until(`the place of the entry at ${place}`, async () => {
    await row.click(); // which goes nowhere when the view is drawn anew at this moment
    return came(page.locator(".statusbar-item", { hasText: place }).first());
  });
  const tab = await page.locator(".tab.active").first().innerText();
  return { rows, tab: tab.trim() };
}

/** The page of the rule of a finding, as it is shown. */
async function explain(problem, file) {
  await goToProblem(problem);
  await command("mirageport: Explain Rule");
  const inner = page.frameLocator("iframe.webview.ready").frameLocator("iframe");
  const heading = inner.locator("h1").first();
  await heading.waitFor();
  const text = await heading.innerText();
  await shot("rule");
  await page.locator(".tab", { hasText: file }).first().click();
  return text;
}

/** The port of the whole unikernel, as it is shown, and one of the answers to it. Gives the rows of the
 * list of changes, the lines that the comparisons show as removed and as new, and what is said. */
async function port(answer) {
  await command("mirageport: Port This Unikernel");
  const asked = await toast("left for you then");
  const question = await asked.locator(".notification-list-item-message").innerText();
  const rows = page.locator(".sidebar .pane:first-child .monaco-list-row");
  await rows.first().waitFor();
  const files = page.locator(".multiDiffEntry");
  await until("the files before and after", async () => (await files.locator(".line-insert").count()) > 0);
  await drawn();
  await shot("preview");
  const shown = {
    question,
    rows: await rows.evaluateAll((found) => found.map((row) => row.getAttribute("aria-label"))),
    files: await files.locator(".title-label, .file-path .title").allInnerTexts(),
    boxes: await page.locator(".panel input[type=checkbox]").count(),
  };
  const number = await files.count();
  await asked.locator(".monaco-button", { hasText: answer }).click();
  await files.first().waitFor({ state: "detached" });
  if (answer === "Cancel") {
    return { ...shown, dirty: await dirty() };
  }
  const told = await toast("Ported.");
  const text = await told.locator(".notification-list-item-message").innerText();
  await until("all files to be changed", async () => (await dirty()) >= number);
  await shot("ported");
  return { ...shown, text, dirty: await dirty() };
}

/** Show or hide the panel with the problems. */
async function panel() {
  await page.keyboard.press("Control+J");
  await page.locator(".markers-panel").waitFor({ state: "hidden" });
}

/** How many files are not saved. */
function dirty() {
  return page.locator(".tab.dirty").count();
}

/** Take the last change back, in all its files; gives how many are not saved when as many problems as
 * before are there. */
async function undo(file, problems) {
  await page.locator(".tab", { hasText: file }).first().click();
  await page.locator(".editor-instance .view-lines").first().click();
  await page.keyboard.press("Control+Z");
  await until("the problems of before", async () => (await problemCount()) === Number(problems));
  return dirty();
}

/** Save all by the button of the last message; gives what the status bar says of the unikernel. */
async function saveAll() {
  const told = await toast("Ported.");
  await told.locator(".monaco-button", { hasText: "Save All" }).click();
  await until("all files to be saved", async () => (await dirty()) === 0);
  return status();
}

/** What the compiler says of the unikernel; gives the counts, and the rows of the Problems panel that
 * are its. */
async function verify(count) {
  await command("mirageport: Verify with the OCaml Compiler");
  const told = await toast("refused");
  const text = await told.locator(".notification-list-item-message").innerText();
  await told.locator(".monaco-button", { hasText: "Show Problems" }).click();
  const rows = page.locator(".markers-panel .monaco-list-row", { hasText: "mirageport verify" });
  await until("the compiler's marks", async () => (await rows.count()) === Number(count));
  return { text, rows: await rows.evaluateAll((found) => found.map((row) => row.getAttribute("aria-label"))) };
}

/** What the self-check says; gives the summary, and the rows of the Problems panel once the server
 * shows what it found too. */
async function checkSelf() {
  await command("mirageport: Self-Check What Is Ported");
  const told = await toast("left in");
  const text = await told.locator(".notification-list-item-message").innerText();
  await told.locator(".monaco-button", { hasText: "Show Problems" }).click();
  const rows = page.locator(".markers-panel .monaco-list-row", { hasText: "does not type-check" });
  const own = rows.filter({ hasText: "mirageport self-check" });
  await until("the server's conflicts alone", async () => (await rows.count()) > 0 && (await own.count()) === 0);
  return { text, rows: await rows.evaluateAll((found) => found.map((row) => row.getAttribute("aria-label"))) };
}

/** Which rules know a message that a person types. */
async function explainMessage(message, file) {
  await page.locator(".tab", { hasText: file }).first().click();
  await page.locator(".editor-instance .view-lines").first().click();
  await page.keyboard.press("Control+End"); // a place without a mark
  await command("mirageport: Explain Compiler Message");
  const input = page.locator(".quick-input-widget input[type=text]").first();
  await until("the question", async () => (await input.getAttribute("placeholder")) === "Unbound value C.log_s");
  await input.fill(message);
  await page.keyboard.press("Enter");
  const inner = page.frameLocator("iframe.webview.ready").frameLocator("iframe");
  const answer = inner.locator("pre").first();
  await answer.waitFor();
  return answer.innerText();
}
