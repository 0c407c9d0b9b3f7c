import { titles } from './titles'

/** 楼栋和电话: what keepers come to first. */
export const directoryHome = {
  title: titles.directory,
  nowhere: '请从工作台打开这一页',
  toWork: '去工作台',

  empty: '这里还没有楼栋和电话',
  emptyHint: '一步一步来，大约一个小时，居民扫码就能找到该找的人。',
  begin: '从头开始',
  goOn: '接着把资料填好',
  goOnHint: '还差几步，居民才能找对人',

  waits: '先看这些',
  toCheck: (count: number) => `${count}个号码待核实`,
  toCheckHint: '打一打，对就点一下，不对就改',
  openQuestions: (count: number) => `${count}个问题还没回答`,
  openQuestionsHint: '答了，居民就能直接找对人',
  nothingWaits: '号码都在半年内核实过，没有等着办的事。',

  agencies: titles.directoryAgency,
  agenciesHint: '居民遇到事，该给谁打电话',
  noAgencies: '还没有单位',
  noAgenciesHint: '先加物业、居委会和网格员，居民问得最多。',
  noAgenciesYet: '书记加了单位，这里就能看到。',
  find: '找单位',
  findHint: '名称或管的事，如供水',
  notFound: '没有找到这样的单位',
  notFoundHint: '换一个说法再找。',
  /** 2个电话 · 供水公司 */
  agencyNote: (roles: string, phones: number) => `${phones === 0 ? '还没有电话' : `${phones}个电话`} · ${roles}`,
  showMore: '显示更多',
  doubtful: (count: number) => `${count}个待核实`,
  add: '加一个单位',

  more: '其他',
  places: titles.directoryPlaces,
  placesHint: (estates: number, buildings: number) =>
    estates === 0 ? '小区、楼栋、单元、网格、门口的码' : `${estates}个小区，${buildings}栋楼，门口的码也在这里`,
  settings: titles.directorySettings,
  settingsHint: '暖气、水管、路灯这些事，本社区归谁修',
  table: titles.directoryTable,
  tableHint: '用一份表格，一次填好或改好全部资料',
  tableReadHint: '下载空白表格',
  revisions: titles.directoryRevisions,
  revisionsHint: '改错了，可以恢复到以前的样子',
  first: titles.directoryFirst,
  firstHint: '新社区从头到能用，一步一步来',
} as const
