// Looks at the documentation site as a person does: on a wide and a narrow screen, light and dark,
// searching for what the compiler said.
//
// usage: node browse.mjs JOB.json; the job says where the site is, what to open and what to search
// for, and where to write what was seen. Nothing waits for a time.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { chromium } = createRequire(job.packages)("playwright-core");
const seen = { pages: [], complaints: [], elsewhere: [], found: {} };
const SIZES = { wide: [1280, 860], narrow: [390, 844] };

const browser = await chromium.launch({
  executablePath: job.browser,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});
try {
  for (const { size, scheme, open } of job.views) {
    const page = await view(size, scheme);
    for (const where of open) {
      await page.goto(job.site + where);
      seen.pages.push({ size, scheme, where, ...(await page.evaluate(looks)) });
      await shot(page, `${size}-${scheme}-${where || "start"}`);
    }
    await page.context().close();
  }
  const page = await view("wide", "light");
  for (const query of job.queries) {
    seen.found[query] = await search(page, query);
  }
  await page.locator(".md-search-result__item > a").first().click();
  await page.locator("h2.compiler").waitFor();
  seen.clicked = page.url();
} finally {
  await browser.close();
  fs.writeFileSync(job.report, JSON.stringify(seen));
}

async function view(size, scheme) {
  const [width, height] = SIZES[size];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("console", (said) => said.type() === "error" && seen.complaints.push(said.text()));
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  page.on("request", (asked) => {
    if (!asked.url().startsWith(job.site) && !/^(data|blob):/.test(asked.url())) {
      seen.elsewhere.push(asked.url());
    }
  });
  return page;
}

/** What a page looks like: how far it is too wide, its colours, pictures that did not come. */
function looks() {
  const heading = document.querySelector("h1");
  return {
    title: heading.innerText,
    tooWide: document.documentElement.scrollWidth - innerWidth,
    back: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.querySelector(".md-typeset")).color,
    missing: [...document.images].filter((each) => !each.naturalWidth).map((each) => each.src),
  };
}

/** The pages that a search offers, best first. */
async function search(page, query) {
  await page.goto(job.site);
  const field = page.locator("input[data-md-component=search-query]");
  await field.click();
  // All at once: the first results would otherwise be those of the first word.
  await field.fill(query);
  await field.press("End");
  await page.locator(".md-search-result__item > a").first().waitFor();
  await shot(page, `search-${Object.keys(seen.found).length + 1}`);
  const links = await page.locator(".md-search-result__item > a").all();
  return Promise.all(links.slice(0, 3).map(async (each) => new URL(await each.evaluate((a) => a.href)).pathname));
}

async function shot(page, name) {
  await page.screenshot({ path: path.join(job.shots, `${name.replaceAll(/\W+/g, "-")}.png`) });
}
