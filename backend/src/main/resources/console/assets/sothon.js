// Small comforts; every page works without them.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print]");
  if (button) window.print();
  const copy = event.target.closest("[data-copy]");
  if (copy && navigator.clipboard) {
    navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent.trim());
    copy.textContent = copy.dataset.copied;
  }
  // An open menu closes when something else is touched.
  document.querySelectorAll("details.drop[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll("details.drop[open]").forEach((menu) => {
    menu.open = false;
    menu.querySelector("summary").focus();
  });
});
// What takes long says that it goes on, until the answer takes the page's place.
const working = document.querySelector("[data-working]");
function showWorking() {
  working.textContent = working.dataset.text;
  working.hidden = false;
}
window.addEventListener("pageshow", () => (working.hidden = true));
// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent && form.method === "post") {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  if (form.method === "post" && !form.action.endsWith("/export")) setTimeout(showWorking, 600);
  setTimeout(() => delete form.dataset.sent, 4000);
});
// A file that is too large is named before it is sent.
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.type !== "file" || !input.dataset.most) return;
  const large = input.files[0] && input.files[0].size > Number(input.dataset.most);
  input.setCustomValidity(large ? input.dataset.tooLarge : "");
  input.reportValidity();
});
// The document beside a reading begins at the place under review.
const here = document.querySelector(".source #here");
if (here) here.parentElement.scrollTop = Math.max(0, here.offsetTop - 48);
const faults = document.querySelector("[data-faults]");
if (faults) faults.focus();
// A page with a part that lives hears of changes and asks for that part anew; without this it is as fresh as its last load.
const living = document.querySelector("[data-live]");
if (living && window.EventSource) {
  const news = new EventSource(living.dataset.live);
  let heard;
  news.addEventListener("open", () => (document.documentElement.dataset.listening = "yes"));
  news.addEventListener("alert", () => {
    clearTimeout(heard);
    heard = setTimeout(() => {
      const part = document.querySelector("[data-live]");
      if (part && window.htmx) window.htmx.trigger(part, "news");
      const said = document.querySelector("[data-news]");
      if (said) said.textContent = said.dataset.text;
    }, 150);
  });
  window.addEventListener("pagehide", () => news.close());
}
