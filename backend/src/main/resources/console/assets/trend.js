// Draws the weeks' trend; without it the table below says the same.
document.querySelectorAll("[data-chart]").forEach((canvas) => {
  const data = JSON.parse(canvas.dataset.chart);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const set = (label, values, name) => ({ label, data: values, backgroundColor: colour(name), borderRadius: 4 });
  new window.Chart(canvas, {
    type: "bar",
    data: { labels: data.labels, datasets: [set(canvas.dataset.checks, data.checks, "--green"), set(canvas.dataset.minutes, data.minutes, "--ochre")] },
    options: {
      animation: false,
      maintainAspectRatio: false,
      plugins: { legend: { labels: { color: colour("--ink"), font: { size: 15 } } } },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { color: colour("--soft") } },
        y: { stacked: true, beginAtZero: true, grid: { color: colour("--line") }, ticks: { color: colour("--soft"), precision: 0 } },
      },
    },
  });
});
