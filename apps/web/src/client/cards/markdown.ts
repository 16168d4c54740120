import MarkdownIt from "markdown-it";

/**
 * Markdown of cards as HTML. HTML in it is text (contracts.md D.3), and markdown-it follows no address that runs
 * script. Headings become bold paragraphs: the levels of headings are the page's, not a sender's.
 */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false, typographer: false });

const { rules } = markdown.renderer;
rules.heading_open = () => "<p><strong>";
rules.heading_close = () => "</strong></p>";
rules.link_open = (tokens, index, options, _environment, self) => {
  tokens[index]?.attrSet("target", "_blank");
  tokens[index]?.attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, index, options);
};

/** Name in an image's `dataset` of the address that it is to show; the text does not know whose message it stands in. */
export const pictureData = "picture";

const renderImage = rules.image;
rules.image = (tokens, index, options, environment, self) => {
  const token = tokens[index];
  const address = token?.attrGet("src");
  if (token !== undefined && typeof address === "string" && !/^data:/i.test(address)) {
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "src");
    token.attrSet(`data-${pictureData}`, address);
  }
  return renderImage?.(tokens, index, options, environment, self) ?? "";
};

export function markdownToHtml(text: string): string {
  return markdown.render(text);
}
