// Niceties only: every page works without this file.
"use strict";
(() => {
  const unsent = "toguna-unsent";
  const isText = (field) => field.name && !field.readOnly && field.matches("textarea, input:not([type=hidden], [type=password], [type=file], [type=radio], [type=checkbox])");
  const texts = (form) => [...form.elements].filter(isText);
  const changed = (form) => texts(form).some((field) => field.value !== field.defaultValue);
  const posts = () => [...document.forms].filter((form) => form.method === "post");

  // Storage may be full or forbidden; then typing is as safe as without this file.
  const stored = {
    read() { try { return JSON.parse(sessionStorage.getItem(unsent)); } catch { return null; } },
    write(value) { try { sessionStorage.setItem(unsent, JSON.stringify(value)); } catch { /* see above */ } },
    drop() { try { sessionStorage.removeItem(unsent); } catch { /* see above */ } },
  };

  function say(form) {
    if (form.querySelector(".warning")) return;
    const message = document.createElement("p");
    message.className = "warning";
    message.setAttribute("role", "status");
    message.textContent = document.body.dataset.unsent;
    form.prepend(message);
  }

  // What a failed connection swallowed comes back when its page is opened again by « back » or « reload ».
  const kept = stored.read();
  stored.drop();
  const arrival = performance.getEntriesByType("navigation")[0]?.type;
  if (kept && kept.path === location.pathname && (arrival === "back_forward" || arrival === "reload")) {
    const form = posts().find((candidate) => candidate.getAttribute("action") === kept.action);
    if (form) {
      for (const field of texts(form))
        if (field.name in kept.fields) field.value = kept.fields[field.name];
      if (changed(form)) say(form);
    }
  }

  let leaving = false;
  addEventListener("beforeunload", (event) => {
    if (!leaving && posts().some(changed)) event.preventDefault();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    stored.write({ path: location.pathname, action: form.getAttribute("action"), fields: Object.fromEntries(texts(form).map((field) => [field.name, field.value])) });
    if (navigator.onLine) {
      leaving = true;
    } else {
      event.preventDefault();
      say(form);
    }
  });

  // The browser may bring this very page back from its cache: then people are typing again.
  addEventListener("pageshow", () => { leaving = false; });

  // A list of filters answers at once; without script its button does the same.
  for (const form of document.querySelectorAll("form.filters")) {
    form.addEventListener("change", (event) => { if (event.target.matches("select, [type=radio], [type=checkbox]")) form.requestSubmit(); });
  }

  // Names of the directory while one is typed; without script the whole name is typed, and doubts are asked back.
  for (const field of document.querySelectorAll("input[data-suggest]")) {
    const list = document.getElementById(field.getAttribute("list"));
    let timer;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      const words = field.value.trim();
      if (words.length < 2) return;
      timer = setTimeout(async () => {
        try {
          const reply = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(words)}`);
          if (!reply.ok || field.value.trim() !== words) return;
          list.replaceChildren(...(await reply.json()).map(({ name, note }) => new Option(note, name)));
        } catch { /* the connection is away: nothing is suggested */ }
      }, 150);
    });
  }

  // « Copier »: the button exists only where it can keep its word.
  for (const button of navigator.clipboard ? document.querySelectorAll("button[data-copy]") : []) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      field.select();
      try { await navigator.clipboard.writeText(field.value); } catch { return; }
      button.textContent = button.dataset.copied;
    });
  }

  // A screen reader starts at what is wrong.
  document.querySelector(".error-summary")?.focus();
})();
