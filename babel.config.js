/** Taro's loader reads this; tests are transformed by swc (see jest.config). */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // The mini program's engines (see browserslist) have what we use; a phone's browser may lack a little.
        useBuiltIns: process.env.TARO_ENV === 'h5' ? 'usage' : false,
        // Babel rewrites every destructuring and every parameter for two mistakes of Safari (until 14.5 and 16.3). These
        // two rewrite what would meet them; its own `bugfixes`, which does the same, Taro does not hand on.
        exclude: ['transform-destructuring', 'transform-parameters'],
        include: [
          'bugfix/transform-safari-rest-destructuring-rhs-array',
          'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
        ],
      },
    ],
  ],
}
