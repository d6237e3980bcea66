// A list to choose from while one types: found by code, by part of the name, or by the initials of its sounds.

import { fold } from './amount';
import { harmless, make } from './dom';

export type Option = { value: string; name: string; initials: string; above: string };

const mostShown = 60;

/** What fits the text, the best first: beginnings before what only contains it. */
export function fitting(options: Option[], text: string): Option[] {
  const words = fold(text).toLowerCase();
  if (words === '') return options.slice(0, mostShown);
  const first: Option[] = [], rest: Option[] = [];
  for (const o of options) {
    const name = o.name.toLowerCase();
    if (o.value.toLowerCase().startsWith(words) || name.startsWith(words) || o.initials.startsWith(words)) first.push(o);
    else if (name.includes(words) || (words.length > 1 && o.initials.includes(words)) || (words.length > 1 && o.above.includes(words))) rest.push(o);
    if (first.length >= mostShown) break;
  }
  return [...first, ...rest].slice(0, mostShown);
}

export class Picker {
  private shown: Option[] = [];
  private at = -1;
  /** Whether one has gone through the list: then what is under the cursor is meant. */
  moved = false;

  constructor(private readonly list: HTMLUListElement, private readonly input: HTMLInputElement, private readonly take: (value: string) => void, private readonly showCode: () => boolean) {
    list.addEventListener('mousedown', e => {
      e.preventDefault();
      const item = (e.target as Element).closest('li');
      if (item) this.take(this.shown[Number(item.dataset.at)].value);
    });
  }

  get open() { return !this.list.hidden; }

  /** The option under the cursor; null where none is. */
  get chosen(): Option | null { return this.open ? this.shown[this.at] ?? null : null; }

  show(options: Option[], text: string, current = '') {
    this.shown = fitting(options, text);
    this.moved = false;
    this.at = text !== '' && this.shown.length > 0 ? 0 : this.shown.findIndex(o => o.value === current);
    this.list.replaceChildren(...this.shown.map((o, i) => make('li', { role: 'option', id: 'pick-' + i, 'data-at': String(i), 'aria-selected': String(i === this.at) },
      ...(this.showCode() ? [make('b', {}, o.value), ' '] : []), harmless(o.name), ...(o.above ? [' ', make('small', {}, o.above)] : []))));
    this.list.hidden = this.shown.length === 0;
    this.tell();
  }

  move(by: number) {
    if (this.shown.length === 0) return;
    this.moved = true;
    this.list.children[this.at]?.setAttribute('aria-selected', 'false');
    this.at = (this.at + by + this.shown.length) % this.shown.length;
    this.list.children[this.at].setAttribute('aria-selected', 'true');
    this.list.children[this.at].scrollIntoView({ block: 'nearest' });
    this.tell();
  }

  close() {
    this.list.hidden = true;
    this.at = -1;
    this.tell();
  }

  private tell() {
    this.input.setAttribute('aria-expanded', String(this.open));
    if (this.at >= 0 && this.open) this.input.setAttribute('aria-activedescendant', 'pick-' + this.at);
    else this.input.removeAttribute('aria-activedescendant');
  }
}
