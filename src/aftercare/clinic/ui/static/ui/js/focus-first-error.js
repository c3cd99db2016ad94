/* <focus-first-error>: leads the focus to the list of errors; without JavaScript the list just stands there. */
customElements.define("focus-first-error", class extends HTMLElement {
  connectedCallback() {
    requestAnimationFrame(() => this.querySelector("[tabindex]")?.focus());
    this.addEventListener("click", (event) => this.follow(event));
  }

  /* A link leads to the field itself, and its label stays in sight. */
  follow(event) {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.focus({ preventScroll: true });
    (field.closest(".field") ?? field).scrollIntoView({ block: "start" });
  }
});
