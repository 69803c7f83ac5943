// Prints the article that Readability finds in each page: usage: node articles.js PAGE...
// A line each, as JSON: {"page", "title", "text"}; the text is empty if there is none.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { JSDOM, VirtualConsole } from "jsdom";

const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR LI OL P PRE SECTION TABLE TD TH TR UL"
    .split(" "));

// The text of a tree, with a line for each block element.
function textOf(node) {
  if (node.nodeType === 3) return node.data;
  const inner = [...node.childNodes].map(textOf).join("");
  return blocks.has(node.nodeName) ? `\n${inner}\n` : inner;
}

// The bytes as UTF-8 if they are, as most pages that declare no charset; else as they are, for jsdom to find out.
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

for (const page of process.argv.slice(2)) {
  let title = "", text = "";
  try {
    const options = { url: "http://example.org/", virtualConsole: new VirtualConsole() };
    const { window } = new JSDOM(decoded(readFileSync(page)), options);
    const article = new Readability(window.document, { serializer: (node) => node }).parse();
    title = article?.title ?? "";
    text = article ? textOf(article.content) : "";
    window.close();
  } catch (problem) {
    process.stderr.write(`${page}: ${problem.message}\n`);
  }
  process.stdout.write(JSON.stringify({ page, title, text }) + "\n");
}
