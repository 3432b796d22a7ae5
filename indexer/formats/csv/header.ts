import Papa from 'papaparse';
import { foldSpaces } from '../clean.ts';
import { bareName, type Field, fieldNames, isField, textFields } from '../fields.ts';

const DELIMITERS = [',', ';', '\t'];

function fieldOf(column: string): Field | undefined {
  const name = bareName(column);
  const fields = Object.keys(fieldNames).filter(isField);
  return fields.find((field) => fieldNames[field].some((one) => one === name));
}

/** Names of columns, each once; a column without one is called by its place. */
export function columnsOf(cells: readonly string[]): string[] {
  const columns: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const name = foldSpaces(cell) || `column ${at + 1}`;
    columns.push(columns.includes(name) ? `${name} (column ${at + 1})` : name);
  }
  return columns;
}

function firstRow(text: string, delimiter: string): string[] {
  const { data } = Papa.parse<string[]>(text.trimStart(), { delimiter, preview: 1 });
  return columnsOf(data[0] ?? []);
}

/** The sign that parts the columns: the one with which most of them have a name that is known or `wanted`. */
export function delimiterOf(text: string, wanted: readonly string[]): string {
  const scores = DELIMITERS.map((delimiter) => {
    const columns = firstRow(text, delimiter);
    const known = columns.filter((column) => fieldOf(column) || wanted.includes(column)).length;
    return { delimiter, score: known * 1000 + columns.length };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** Does the text start with the names of columns, one for a text and one for something else? */
export function hasHeader(text: string): boolean {
  const fields = firstRow(text, delimiterOf(text, [])).map(fieldOf);
  const hasText = textFields.some((field) => fields.includes(field));
  return hasText && new Set(fields.filter(Boolean)).size > 1 && text.trim().includes('\n');
}
