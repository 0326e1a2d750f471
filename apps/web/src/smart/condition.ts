import { fieldNamed, type Field } from '../search/fields.ts';

/** One line of the form of a smart album. It is a search as a person types it; the form only helps to write it. */
export interface Condition {
  /** `any`: all that is known of a photo. */
  readonly field: Field | 'any';
  readonly not: boolean;
  readonly text: string;
}

/** A search as a line of the form: one field with its words, or else the whole as it was typed. */
export function readCondition(search: string): Condition {
  const [, minus, name = '', quoted, plain] = /^(-?)([a-z]+):(?:"([^"]*)"|([^\s"]+))$/i.exec(search.trim()) ?? [];
  const field = fieldNamed(name.toLowerCase());
  const text = quoted ?? plain;
  if (field === undefined || text === undefined) return { field: 'any', not: false, text: search };
  return { field, not: minus === '-', text };
}

/** The search that a line means; empty: the line says nothing. */
export function writeCondition({ field, not, text }: Condition): string {
  const words = text.trim().replaceAll('"', '');
  if (field === 'any') return not && words !== '' ? `-"${words}"` : text.trim();
  if (words === '') return '';
  return `${not ? '-' : ''}${field}:${/\s/.test(words) ? `"${words}"` : words}`;
}
