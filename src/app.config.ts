import { titles } from './text/titles'

export default defineAppConfig({
  // Printed on paper: pages/door/index stays where it is for good.
  pages: [
    'pages/door/index',
    'pages/requests/index',
    'pages/wishes/index',
    'pages/me/index',
    'pages/door/choose/index',
    'pages/door/phones/index',
    'pages/door/danger/index',
  ],
  // The rules of all matters are large: fetched while the landing is being read.
  subPackages: [
    { root: 'pages/matter', pages: ['index', 'group/index'] },
    {
      root: 'pages/desk',
      pages: ['index', 'request/index', 'write/index', 'sheet/index', 'figures/index', 'clocks/index'],
    },
    { root: 'pages/request', pages: ['form/index', 'view/index', 'register/index'] },
    {
      root: 'pages/wish',
      pages: ['form/index', 'card/index', 'wall/index', 'mine/index', 'offer/index', 'visit/index'],
    },
    { root: 'pages/notice', pages: ['view/index', 'door/index'] },
    {
      root: 'pages/notices',
      pages: [
        'index',
        'write/index',
        'case/index',
        'share/index',
        'groups/index',
        'reach/index',
        'visit/index',
        'questions/index',
        'voices/index',
        'signup/index',
      ],
    },
    { root: 'pages/pair', pages: ['index', 'plan/index', 'card/index'] },
    {
      root: 'pages/directory',
      pages: [
        'index',
        'agency/index',
        'check/index',
        'settings/index',
        'places/index',
        'building/index',
        'codes/index',
        'households/index',
        'table/index',
        'import/index',
        'revisions/index',
        'first/index',
      ],
    },
    {
      root: 'pages/work',
      pages: [
        'index',
        'members/index',
        'invite/index',
        'setup/index',
        'homes/index',
        'audits/index',
        'reports/index',
        'complaints/index',
        'complaint/index',
        'review/index',
      ],
    },
    {
      root: 'pages/mine',
      pages: [
        'info/index',
        'home/index',
        'messages/index',
        'join/index',
        'leave/index',
        'complaint/index',
        'complaints/index',
        'complaint-view/index',
      ],
    },
  ],
  preloadRule: {
    'pages/door/index': { network: 'all', packages: ['pages/matter', 'pages/notice'] },
    'pages/requests/index': { network: 'all', packages: ['pages/request'] },
    'pages/wishes/index': { network: 'all', packages: ['pages/wish'] },
  },
  window: {
    navigationBarTitleText: titles.app,
    navigationBarBackgroundColor: '#FAF7F1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF7F1',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5A6169',
    selectedColor: '#0F5B66',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/door/index',
        text: titles.who,
        iconPath: 'assets/tab-who.png',
        selectedIconPath: 'assets/tab-who-on.png',
      },
      {
        pagePath: 'pages/requests/index',
        text: titles.requests,
        iconPath: 'assets/tab-request.png',
        selectedIconPath: 'assets/tab-request-on.png',
      },
      {
        pagePath: 'pages/wishes/index',
        text: titles.wishes,
        iconPath: 'assets/tab-wish.png',
        selectedIconPath: 'assets/tab-wish-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: titles.me,
        iconPath: 'assets/tab-me.png',
        selectedIconPath: 'assets/tab-me-on.png',
      },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
})
