// Before the first paint, so that a chosen theme never flashes in the other one first; without a choice the system's holds.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? '';
