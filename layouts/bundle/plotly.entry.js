'use strict';

const Plotly = require('plotly.js/lib/core'); // brings scatter

Plotly.register([require('plotly.js/lib/locales/zh-cn')]);

module.exports = Plotly;
