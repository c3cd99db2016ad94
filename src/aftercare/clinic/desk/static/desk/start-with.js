/* <start-with>: a chip puts its words into the box and the cursor behind them.
   Without JavaScript each chip is a button of the form, and the server does the same. */
customElements.define("start-with", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => this.put(event));
  }

  put(event) {
    const chip = event.target.closest("[data-words]");
    const box = chip && document.getElementById(this.getAttribute("for"));
    if (!box) return;
    event.preventDefault();
    box.value = `${box.value.trimEnd()} ${chip.dataset.words}`.trim();
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }
});
