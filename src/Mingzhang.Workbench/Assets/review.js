// J and K go to the next and the last problem, as the links do; nothing where somebody types.
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
  const way = { j: 'next', k: 'prev' }[e.key.toLowerCase()];
  const link = way && document.querySelector(`a[rel=${way}]`);
  if (link) location.assign(link.href);
});
