// What is bundled into the page, with the notices that its licences ask for.

export const LICENCES = [
  ['preact', '11.2.0', 'MIT', 'Copyright (c) 2015-present Jason Miller'],
  ['@preact/signals', '2.11.4', 'MIT', 'Copyright (c) 2022-present Preact Team'],
  ['sigma', '3.0.3', 'MIT', 'Copyright (C) 2013-2025 A. Jacomy, G. Plique, B. Simard'],
  ['graphology', '0.26.0', 'MIT', 'Copyright (c) 2016-2021 Guillaume Plique (Yomguithereal)'],
  ['events', '3.3.0', 'MIT', 'Copyright Joyent, Inc. and other Node contributors'],
  ['d3-geo', '3.1.2', 'ISC', 'Copyright 2010-2026 Mike Bostock'],
  ['d3-array', '3.2.5', 'ISC', 'Copyright 2010-2026 Mike Bostock'],
  ['internmap', '2.0.3', 'ISC', 'Copyright 2021 Mike Bostock'],
  ['topojson-client', '3.1.0', 'ISC', 'Copyright 2012-2019 Michael Bostock'],
  ['world-atlas', '2.0.2', 'ISC', 'Copyright 2013-2019 Michael Bostock; map data: Natural Earth'],
].map(([name, version, licence, holder]) => ({ name, version, licence, holder }));

export const MIT =
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software ' +
  'and associated documentation files (the "Software"), to deal in the Software without ' +
  'restriction, including without limitation the rights to use, copy, modify, merge, publish, ' +
  'distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the ' +
  'Software is furnished to do so, subject to the following conditions: The above copyright ' +
  'notice and this permission notice shall be included in all copies or substantial portions of ' +
  'the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR ' +
  'IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A ' +
  'PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE ' +
  'LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR ' +
  'OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER ' +
  'DEALINGS IN THE SOFTWARE.';

export const ISC =
  'Permission to use, copy, modify, and/or distribute this software for any purpose with or ' +
  'without fee is hereby granted, provided that the above copyright notice and this permission ' +
  'notice appear in all copies. THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL ' +
  'WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY ' +
  'AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR ' +
  'CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, ' +
  'WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN ' +
  'CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.';
