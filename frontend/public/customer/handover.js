// Tells the page whether this browser was in the chat before: then whoever goes on is that visitor, and not another one.
for (const form of document.querySelectorAll("form[data-visitor-of]")) {
  try {
    form.elements.visitor.value = localStorage.getItem(`loper:${form.dataset.visitorOf}:visitor`) ?? "";
  } catch {
    // Storage is blocked: a new visitor will do.
  }
}
