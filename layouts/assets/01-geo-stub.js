// Plotly's maps ask a public server for coastlines by scope and resolution, whatever they draw.
// An empty answer laid ready for each keeps them on this machine; the boundaries drawn are our own.
(() => {
  const scopes = [
    'world', 'africa', 'antarctica', 'asia', 'europe', 'north-america', 'oceania', 'south-america', 'usa',
  ];
  const layers = ['coastlines', 'countries', 'lakes', 'land', 'ocean', 'rivers', 'subunits'];
  const nothing = { type: 'GeometryCollection', geometries: [] };
  const objects = Object.fromEntries(layers.map((layer) => [layer, nothing]));
  const topology = { type: 'Topology', objects, arcs: [] };

  window.PlotlyGeoAssets = window.PlotlyGeoAssets || {};
  window.PlotlyGeoAssets.topojson = Object.fromEntries(
    scopes.flatMap((scope) => [`${scope}_110m`, `${scope}_50m`]).map((name) => [name, topology]),
  );
})();
