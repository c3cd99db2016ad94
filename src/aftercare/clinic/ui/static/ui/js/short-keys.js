/* <short-keys>: single keys for the inbox. Each key presses the link or button that says data-key="r".
   J and K go to the next and previous [data-row]; ? opens and closes the list of keys (its <details>).
   Attribute off: only ? works. Nothing happens while somebody types, or with Ctrl, Alt or Meta. */
const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

customElements.define("short-keys", class extends HTMLElement {
  connectedCallback() {
    this.listen = (event) => this.press(event);
    document.addEventListener("keydown", this.listen);
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.listen);
  }

  press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(TYPING)) return;
    if (event.key === "?") this.show();
    else if (this.hasAttribute("off") || !this.act(event.key.toLowerCase())) return;
    event.preventDefault();
  }

  act(key) {
    if (key === "j") return this.step(1);
    if (key === "k") return this.step(-1);
    const target = /^[a-z]$/.test(key) && document.querySelector(`[data-key="${key}"]`);
    if (!target) return false;
    target.focus();
    if (!target.matches("textarea, input")) target.click();
    return true;
  }

  step(by) {
    const rows = [...document.querySelectorAll("[data-row]")];
    const here = rows.findIndex((row) => row.matches("[aria-current]"));
    const row = rows[here < 0 ? 0 : here + by];
    row?.click();
    return Boolean(row);
  }

  show() {
    const keys = this.querySelector("details");
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  }
});
