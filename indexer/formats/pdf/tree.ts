import { bulleted } from '../clean.ts';
import type { Block } from '../format.ts';
import { groupBy } from './group.ts';
import { type Line, linesOf } from './lines.ts';
import type { Page, Run } from './page.ts';
import { type Paragraph, paragraphsOf, type Usual } from './paragraphs.ts';

/** A tagged page's structure, as PDF.js gives it: elements, and at its leaves names of marked content. */
export interface Tree {
  role?: string;
  type?: string;
  id?: string;
  children?: Tree[];
}

const HEADING = /^(?:H[1-6]?|Title|Heading ?\d?)$/;
const LEVEL = /^(?:H|Heading ?)([1-6])$/;
const NOTE = /^(?:Note|FENote|Foot-?note(?: Text)?|End-?note(?: Text)?)$/i;
const SKIPPED = /^(?:Artifact|Figure|Formula|Form|TOC|TOCI|Index|Lbl)$/;
const INLINE = /^(?:NonStruct|Span|Link|Annot|Quote|Em|Strong|Sub|Sup|Reference|Code|BibEntry|Ruby|LBody|Private)$/;
const DEEPEST = 200;

class Reader {
  readonly paragraphs: Paragraph[] = [];
  read = 0;
  private runs: Run[] = [];

  constructor(
    private readonly byMark: ReadonlyMap<string, Run[]>,
    private readonly page: number,
    private readonly usual: Usual,
  ) {}

  /** Ends a block; text that stands in no element of its own is parted by its places. */
  flush(kind: Block['kind'], loose: boolean): void {
    const lines = linesOf(this.runs, this.page);
    this.runs = [];
    if (lines.length === 0) return;
    if (loose) this.paragraphs.push(...paragraphsOf(lines, this.usual));
    else if (kind === 'paragraph') this.paragraphs.push(...atBullets(lines));
    else this.paragraphs.push({ kind, lines });
  }

  walk(node: Tree, kind: Block['kind'], loose: boolean, depth = 0): void {
    if (node.type === 'content' && node.id) {
      const runs = this.byMark.get(node.id) ?? [];
      for (const { text } of runs) this.read += text.length;
      this.runs.push(...runs);
    }
    if (depth > DEEPEST) return;
    for (const child of node.children ?? []) this.element(child, kind, loose, depth + 1);
  }

  private element(node: Tree, kind: Block['kind'], loose: boolean, depth: number): void {
    const role = node.role ?? '';
    const inItem = kind === 'item' && /^(?:P|Div)$/.test(role);
    if (SKIPPED.test(role)) this.skip(node, depth);
    else if (!node.role || INLINE.test(role) || inItem) this.walk(node, kind, loose, depth);
    else {
      this.flush(kind, loose);
      const own = ownKind(role);
      const from = this.paragraphs.length;
      this.walk(node, own ?? 'paragraph', own === null, depth);
      this.flush(own ?? 'paragraph', own === null);
      const level = LEVEL.exec(role)?.[1];
      if (level) for (const paragraph of this.paragraphs.slice(from)) paragraph.level = Number(level);
    }
  }

  /** What is left out on purpose counts as read. */
  private skip(node: Tree, depth: number): void {
    if (node.id) for (const { text } of this.byMark.get(node.id) ?? []) this.read += text.length;
    if (depth <= DEEPEST) for (const child of node.children ?? []) this.skip(child, depth + 1);
  }
}

/** Null for what groups: a section, a list. */
function ownKind(role: string): Block['kind'] | null {
  if (HEADING.test(role)) return 'heading';
  if (NOTE.test(role)) return 'note';
  if (role === 'LI') return 'item';
  return /^(?:P|TD|TH|Caption|BlockQuote)$/.test(role) ? 'paragraph' : null;
}

function atBullets(lines: Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && bulleted(line.text.trim()) === null) last.lines.push(line);
    else paragraphs.push({ kind: 'paragraph', lines: [line] });
  }
  return paragraphs;
}

/** Shares of a page's text that must be marked, and of the marked text that the tree must hold. */
const LEAST_MARKED = 0.5;
const LEAST_READ = 0.8;

/** A tagged page's paragraphs; null where its tags do not hold its text. */
export function taggedParagraphs({ tree, runs, number }: Page, usual: Usual): Paragraph[] | null {
  if (!tree) return null;
  const length = (some: readonly Run[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const byMark = groupBy(
    runs.filter(({ mark }) => mark !== null),
    ({ mark }) => mark ?? '',
  );
  const marked = length([...byMark.values()].flat());
  const reader = new Reader(byMark, number, usual);
  reader.walk(tree, 'paragraph', true);
  reader.flush('paragraph', true);
  return marked >= length(runs) * LEAST_MARKED && reader.read >= marked * LEAST_READ ? reader.paragraphs : null;
}
