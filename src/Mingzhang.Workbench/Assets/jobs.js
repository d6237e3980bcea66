// The bar of a job moves while it is looked at, and the page is loaded anew once the job has ended; without this the page is loaded by hand.
const bar = document.querySelector('.progress[data-open]');
const look = async () => {
  try {
    const answer = await fetch(bar.dataset.state, { headers: { Accept: 'application/json' } });
    if (!answer.ok) return location.reload();
    const now = await answer.json();
    bar.querySelector('progress').max = now.total;
    bar.querySelector('progress').value = now.settled;
    bar.querySelector('[role=status]').textContent = now.said;
    if (!now.open) return location.reload();
  } catch {
    // The server may be starting again; it is asked once more.
  }
  setTimeout(look, 1500);
};
if (bar) setTimeout(look, 1000);
