/** Titles that a program made up, from a file's name or for want of one. */
const MADE_UP =
  /^(?:microsoft (?:word|powerpoint)|untitled|document\d*|presentation\d*|powerpoint presentation|документ\d*|slide 1|без (?:назви|имени)|about:blank|print)(?![\p{L}])|\.(?:docx?|odt|rtf|pdf|indd|qxd|pptx?|tex|dvi|html?|md|txt|pages|pub)$|^(?:https?|file):|^[\w.-]*[_\d][\w.-]*$/iu;

/** The title that a document's properties state, if someone wrote it. */
export function statedTitle(title: string): string | null {
  return /\p{L}{3}/u.test(title) && !MADE_UP.test(title) ? title : null;
}
