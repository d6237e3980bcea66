// Passwords: shown for as long as one wants, and how strong a new one is. Without this file the field is the browser's own. The reckoning is that of PasswordStrength.cs.
(() => {
  'use strict';
  const bits = text => {
    const pool = [[/[0-9]/, 10], [/[a-z]/, 26], [/[A-Z]/, 26], [/[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]/, 33], [/[^\x00-\x7f]/, 2000]].reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
    const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
    const counted = new Set(codes.filter((c, i) => i === 0 || Math.abs(c - codes[i - 1]) > 1)).size + Math.floor(text.length / 8);
    return pool === 0 ? 0 : Math.min(100, Math.floor(counted * Math.log2(pool)));
  };
  for (const field of document.querySelectorAll('input[data-show]')) {
    const open = document.createElement('input');
    open.type = 'checkbox';
    const peek = document.createElement('label');
    peek.className = 'peek';
    peek.append(open, ' ', field.dataset.show);
    open.addEventListener('change', () => { field.type = open.checked ? 'text' : 'password'; });
    // A browser keeps what stands in a field of text, and nothing of a password.
    if (field.form) field.form.addEventListener('submit', () => { field.type = 'password'; });
    field.closest('label').after(peek);
    if (!field.dataset.strength) continue;
    const words = field.dataset.strength.split('|');
    const meter = document.createElement('meter');
    meter.min = 0;
    meter.max = 100;
    meter.low = 45;
    meter.high = 85;
    meter.optimum = 100;
    meter.setAttribute('aria-label', field.dataset.meter);
    const said = document.createElement('output');
    const line = document.createElement('p');
    line.className = 'strength';
    line.hidden = true;
    line.append(meter, ' ', said);
    peek.after(line);
    field.addEventListener('input', () => {
      const found = bits(field.value);
      line.hidden = field.value.length === 0;
      meter.value = found;
      said.textContent = field.dataset.meter + ': ' + words[found < 45 ? 0 : found < 65 ? 1 : found < 85 ? 2 : 3];
    });
  }
})();
