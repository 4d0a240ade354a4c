// All of the product's own script. Every page works without it.
(() => {
  "use strict";

  // A posted form is sent once: its button waits until the answer comes, or is not coming.
  const patience = 20000;
  const released = new WeakMap();

  const hold = (form, button) => {
    form.setAttribute("aria-busy", "true");
    // Later than the browser's own reading of the form, which leaves out a disabled button's value.
    const later = setTimeout(() => { if (button) button.disabled = true; }, 0);
    const end = setTimeout(() => release(form), patience);
    released.set(form, () => {
      clearTimeout(later);
      clearTimeout(end);
      if (button) button.disabled = false;
      form.removeAttribute("aria-busy");
    });
  };

  const release = (form) => {
    released.get(form)?.();
    released.delete(form);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if ((form.getAttribute("method") || "").toLowerCase() !== "post") return;
    if (released.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    hold(form, event.submitter);
  }, true);

  addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach(release));
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest("form");
    if (form) release(form);
  });

  // Answers that htmx does not show are said in words.
  const fail = (title, next) => {
    const box = document.getElementById("failure");
    const message = document.createElement("div");
    message.className = "message tone-danger";
    const words = document.createElement("div");
    const strong = document.createElement("strong");
    const rest = document.createElement("div");
    strong.textContent = title;
    rest.textContent = next;
    words.append(strong, rest);
    message.append(words);
    box.replaceChildren(message);
    box.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:beforeRequest", () => document.getElementById("failure").replaceChildren());
  document.addEventListener("htmx:responseError", (event) =>
    fail(`操作没有完成（错误 ${event.detail.xhr.status}）。`, "请刷新页面后再试；填写的文字较多时请先复制出来。"));
  document.addEventListener("htmx:sendError", () =>
    fail("没有连上服务器。", "请检查网络后再试，页面上填写的内容还在。"));

  // 复制为文字
  const write = async (area) => {
    area.select();
    // The clipboard interface is missing on plain http, which offices inside a building still use.
    if (!navigator.clipboard) return document.execCommand("copy");
    return navigator.clipboard.writeText(area.value).then(() => true, () => document.execCommand("copy"));
  };
  document.addEventListener("toggle", async (event) => {
    const drop = event.target;
    if (!drop.open || !drop.matches("[data-copy]")) return;
    const said = drop.querySelector("[role=status]");
    const copied = await write(drop.querySelector("textarea"));
    said.textContent = copied ? "已复制，可以直接粘贴。" : "浏览器不允许自动复制，请按 Ctrl+C。";
  }, true);

  // Drop-down sheets close by Escape and by a click elsewhere.
  const close = (except) => document.querySelectorAll("details.drop[open]").forEach((drop) => {
    if (drop !== except) drop.open = false;
  });
  document.addEventListener("click", (event) => close(event.target.closest("details.drop")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.activeElement.closest("details.drop[open]");
    close(null);
    open?.querySelector("summary").focus();
  });

  // A file that is too large is named before it is sent.
  document.addEventListener("change", (event) => {
    const most = Number(event.target.dataset?.maxBytes);
    if (!most) return;
    const size = [...event.target.files].reduce((sum, file) => sum + file.size, 0);
    event.target.setCustomValidity(size > most ? `文件合计超过 ${most / 1048576} MB，请压缩或拆分后重新选择。` : "");
    event.target.reportValidity();
  });

  // In a narrow window the navigation is a strip: show where we are.
  const here = document.querySelector(".side [aria-current]");
  if (here) here.closest(".side").scrollLeft = here.offsetLeft - 48;
})();
