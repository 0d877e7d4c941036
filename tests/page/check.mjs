// Opens the golden review pages in a browser and checks what no unit test can see. See README.md.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import axe from "axe-core";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const pages = join(root, "tests", "golden", "review");
const shots = process.argv[2] ?? join(root, "build", "page");
const widths = [390, 1280];
const schemes = ["light", "dark"];
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const problems = [];
const problem = (where, what) => problems.push(`${where}: ${what}`);
const namesEnding = (end) => readdirSync(pages).filter((name) => name.endsWith(end)).sort();

function browserPath() {
  const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const found = candidates.find((path) => path && existsSync(path));
  if (!found) throw new Error("no chromium; apt-get install chromium, or set CHROMIUM");
  return found;
}

function checkJson() {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(join(root, "docs", "review.schema.json"))));
  for (const name of namesEnding(".json")) {
    if (validate(JSON.parse(readFileSync(join(pages, name), "utf8")))) continue;
    for (const error of validate.errors.slice(0, 5)) {
      problem(name, `${error.instancePath} ${error.message}`);
    }
  }
}

async function checkMarkup() {
  const checker = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
  for (const name of namesEnding(".html")) {
    const report = await checker.validateFile(join(pages, name));
    for (const { messages } of report.results) {
      for (const m of messages.slice(0, 8)) problem(name, `line ${m.line}: ${m.message} (${m.ruleId})`);
    }
  }
}

/** What a page shows that goes beyond its window, and text that is cut or lies over other text. */
function layoutProblems() {
  const found = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`the page is ${wide} px wider than its window`);
  for (const svg of document.querySelectorAll("svg")) {
    const box = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll("text")) {
      const own = text.getBoundingClientRect();
      if (own.left < box.left - 1 || own.right > box.right + 1) {
        found.push(`the words "${text.textContent}" leave their drawing`);
      }
    }
  }
  return found;
}

async function checkPage(browser, name, width, colorScheme) {
  const where = `${name} at ${width} ${colorScheme}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const requests = [];
  const address = pathToFileURL(join(pages, name)).href;
  page.on("request", (request) => {
    if (request.url() !== address) requests.push(request.url().slice(0, 80));
  });
  page.on("console", (message) => problem(where, `console: ${message.text()}`));
  page.on("pageerror", (error) => problem(where, `error: ${error.message}`));
  await page.goto(address);
  for (const what of await page.evaluate(layoutProblems)) problem(where, what);
  await page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  await page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  for (const what of await page.evaluate(layoutProblems)) problem(`${where}, all open`, what);
  await page.evaluate(axe.source);
  const result = await page.evaluate(() => window.axe.run(document));
  for (const violation of result.violations) {
    problem(where, `axe: ${violation.id}, ${violation.nodes.length} times, ${violation.help}`);
  }
  for (const url of requests) if (!url.startsWith("data:")) problem(where, `asked for ${url}`);
  await context.close();
}

async function printPage(browser, name) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(pages, name)).href);
  const path = join(shots, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: false });
  if (statSync(path).size < 2000) problem(name, "the printed page is empty");
  await page.close();
}

mkdirSync(shots, { recursive: true });
checkJson();
await checkMarkup();
const browser = await chromium.launch({ executablePath: browserPath(), args: flags });
let opened = 0;
for (const name of namesEnding(".html")) {
  for (const width of widths) {
    for (const scheme of schemes) {
      await checkPage(browser, name, width, scheme);
      opened += 1;
    }
  }
  await printPage(browser, name);
}
await browser.close();
for (const line of problems) console.error(line);
console.log(`${opened} views, ${namesEnding(".json").length} JSON files, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
