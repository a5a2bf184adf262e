'use strict';

const Plotly = require('plotly.js/lib/core'); // brings scatter

Plotly.register([
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/box'),
  require('plotly.js/lib/choropleth'),
  require('plotly.js/lib/heatmap'),
  require('plotly.js/lib/scattergeo'),
  require('plotly.js/lib/treemap'),
  require('plotly.js/lib/waterfall'),
  require('plotly.js/lib/locales/zh-cn'),
]);

module.exports = Plotly;
