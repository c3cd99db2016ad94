/* <sign-pad>: draws with a finger, pen or mouse and writes "M x y L x y …" into its hidden input.
   It shows itself only where JavaScript runs; a typed name is the other way to sign. */
const MOST = 20000; // letters; what the server takes

customElements.define("sign-pad", class extends HTMLElement {
  connectedCallback() {
    this.svg = this.querySelector("svg");
    this.path = this.querySelector("[data-drawn]");
    this.input = this.querySelector("input[type=hidden]");
    this.svg.addEventListener("pointerdown", (event) => this.start(event));
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) {
      this.svg.addEventListener(end, () => { this.drawing = false; });
    }
    this.querySelector("[data-clear]").addEventListener("click", () => this.show(""));
    this.show(this.input.value);
    this.hidden = false;
  }

  start(event) {
    if (event.button) return;
    this.drawing = true;
    this.svg.setPointerCapture(event.pointerId);
    const { x, y } = this.place(event);
    this.add(`M ${x} ${y} L ${x} ${y}`); // a tap is a dot
  }

  move(event) {
    if (!this.drawing) return;
    const { x, y } = this.place(event);
    this.add(`L ${x} ${y}`);
  }

  /* The pointer's place in the box of 600 by 200, in whole units. */
  place(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most));
    return { x: within(point.x, 600), y: within(point.y, 200) };
  }

  add(step) {
    const drawn = this.input.value ? `${this.input.value} ${step}` : step;
    if (drawn.length <= MOST) this.show(drawn);
  }

  show(drawn) {
    this.input.value = drawn;
    this.path.setAttribute("d", drawn);
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
