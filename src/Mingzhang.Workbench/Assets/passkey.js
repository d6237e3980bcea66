// Passkeys: the browser's own dialogue; what it answers is put into a form and sent. Without this file one signs in by password.
(() => {
  'use strict';
  const form = document.querySelector('form[data-passkey]');
  if (!form || !window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) return;
  const adding = form.dataset.passkey === 'add';
  const options = JSON.parse(form.dataset.options);
  const failed = document.querySelector('[data-passkey-failed]');
  let waiting;
  let sent = false;

  const ask = async mediation => {
    // A browser holds one dialogue at a time: the quiet one gives way to the one that was asked for.
    if (waiting) waiting.abort();
    waiting = new AbortController();
    const signal = waiting.signal;
    try {
      const credential = adding
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation, signal });
      if (sent) return;
      sent = true;
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      if (!signal.aborted && mediation !== 'conditional') failed.hidden = false;
    }
  };

  form.hidden = false;
  for (const hint of document.querySelectorAll('[data-passkey-none]')) hint.hidden = true;
  form.addEventListener('submit', event => {
    event.preventDefault();
    failed.hidden = true;
    ask('optional');
  });
  // After a refusal the browser does not try by itself again.
  if (form.dataset.passkey === 'in' && PublicKeyCredential.isConditionalMediationAvailable) {
    PublicKeyCredential.isConditionalMediationAvailable().then(can => { if (can && !waiting) ask('conditional'); });
  }
})();
