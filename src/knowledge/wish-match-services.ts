import type { TopicFamily } from '../domain/wish/match'

// What tells the cards of the other kinds apart.

export const servicesTopics: readonly TopicFamily[] = [
  {
    id: 'paper',
    kinds: ['pay-paperwork'],
    isClosed: true,
    groups: [
      {
        id: 'bills',
        alike: 0.9,
        topics: { 水电费: '电费|水费|燃气费|煤气费|水电煤|话费|缴费|交费|有线电视费|暖气费' },
      },
      { id: 'proof', alike: 0.8, topics: { 认证: '人脸|社保|养老金|退休金|刷脸' } },
      { id: 'insurance', alike: 0.5, topics: { 医保: '报销|医保卡|居民医保' } },
      { id: 'papers', alike: 0.5, topics: { 证件: '居住证|身份证|老年证|残疾证|户口|公交卡|老年卡|优待证|暂住证' } },
      { id: 'benefit', alike: 0.6, topics: { 补贴: '津贴|低保|补助|救助|申请' } },
      { id: 'print', alike: 0.9, topics: { 打印: '复印|扫描' } },
    ],
    covers: [
      {
        words: '填表|填个表|表格|手续|办事|政策|代办|跑窗口|办证',
        groups: ['proof', 'insurance', 'papers', 'benefit'],
      },
    ],
  },
  {
    id: 'errand',
    kinds: ['small-errands'],
    isClosed: true,
    groups: [
      { id: 'parcel', alike: 0.7, topics: { 快递: '取件|包裹|驿站取|寄件|寄个|收件' } },
      { id: 'rubbish', alike: 0.9, topics: { 垃圾: '倒垃圾|扔垃圾|垃圾袋' } },
      { id: 'post', alike: 0.6, topics: { 报纸: '信箱|牛奶箱|取奶|取报|订报|拿报' } },
    ],
    covers: [{ words: '跑腿|捎点东西|捎东西|捎个|小跑腿', groups: ['parcel', 'rubbish', 'post'] }],
  },
  {
    id: 'health',
    kinds: ['health-check'],
    isClosed: false,
    groups: [
      { id: 'measure', alike: 0.7, topics: { 量血压: '血压|高压|降压', 测血糖: '血糖|糖尿' } },
      { id: 'advice', alike: 0.5, topics: { 用药: '吃药|药性', 体检: '体检单|化验单|报告单', 饮食: '保养|养生' } },
      { id: 'eyes', alike: 0.5, topics: { 视力: '眼睛', 牙: '拔牙|牙齿|口腔' } },
      { id: 'children', alike: 0.5, topics: { 儿科: '孩子保健|育儿' } },
    ],
    covers: [{ words: '义诊|健康咨询', groups: ['measure', 'advice'] }],
  },
  {
    id: 'phone',
    kinds: ['phone-teaching'],
    isClosed: false,
    groups: [
      {
        id: 'phones',
        alike: 0.5,
        topics: {
          微信: '朋友圈|加好友',
          视频通话: '视频|打视频',
          网上挂号: '挂号|预约',
          打车: '叫车|滴滴',
          字号: '字太小|字体|大字',
          广告: '弹窗|跳广告|清理手机',
          照片: '相册|发照片',
          扫码: '扫一扫|付款|支付|二维码',
          防诈骗: '诈骗|骗子',
          抖音: '短视频|快手',
          网购: '网上买|淘宝|拼多多',
        },
      },
    ],
    covers: [],
  },
  {
    id: 'law',
    kinds: ['legal-advice'],
    isClosed: false,
    groups: [
      { id: 'estate', alike: 0.8, topics: { 继承: '遗嘱|遗产|房产|房子|过户|继承权' } },
      { id: 'work', alike: 0.8, topics: { 劳动: '工资|辞职|社保纠纷|工伤|合同工|欠薪|单位' } },
      { id: 'family', alike: 0.6, topics: { 婚姻: '离婚|抚养', 赡养: '养老纠纷' } },
      { id: 'money', alike: 0.7, topics: { 合同: '借条|欠钱|债|买卖|押金|退款|被骗' } },
    ],
    covers: [],
  },
  {
    id: 'care',
    kinds: ['personal-care', 'haircut'],
    isClosed: false,
    groups: [
      {
        id: 'cares',
        alike: 0.5,
        topics: {
          洗头: '',
          剪指甲: '指甲|脚趾甲',
          修脚: '脚垫|鸡眼',
          刮胡子: '剃须',
          擦身: '擦洗|擦擦|洗澡',
          按摩: '推拿|捏捏',
          梳头: '',
          泡脚: '洗脚',
        },
      },
    ],
    covers: [{ words: '护理', groups: ['cares'] }],
  },
  {
    id: 'clean',
    kinds: ['home-cleaning'],
    isClosed: false,
    groups: [
      {
        id: 'cleans',
        alike: 0.4,
        topics: {
          玻璃: '擦窗',
          窗帘: '',
          厨房: '油烟|灶台|油污',
          被罩: '床单|被套|拆洗',
          地面: '拖地|地板|扫地',
          洗衣: '晾晒|洗衣服',
        },
      },
    ],
    covers: [],
  },
  {
    id: 'outing',
    kinds: ['outing'],
    isClosed: false,
    groups: [
      {
        id: 'outings',
        alike: 0.3,
        topics: {
          公园: '湖边|看花|花展',
          电影: '影院',
          博物馆: '纪念馆|展览',
          海边: '',
          老家: '老厂|老街|故地',
          城市变化: '大桥|高铁|地铁|新区',
        },
      },
    ],
    covers: [],
  },
  {
    id: 'feast',
    kinds: ['celebrate-perform', 'meal-delivery'],
    isClosed: false,
    groups: [
      { id: 'birthday', alike: 0.5, topics: { 生日: '寿星|大寿|蛋糕' } },
      { id: 'dumplings', alike: 0.6, topics: { 包饺子: '饺子|包粽子|汤圆' } },
      { id: 'shows', alike: 0.5, topics: { 演出: '节目|表演|联欢|热闹' } },
    ],
    covers: [],
  },
  {
    id: 'picture',
    kinds: ['photo'],
    isClosed: false,
    groups: [
      {
        id: 'pictures',
        alike: 0.5,
        topics: { 全家福: '合影|合照', 证件照: '', 金婚照: '婚纱照|结婚照|夫妻', 修图: '洗照片|旧照片|老照片|修好洗' },
      },
    ],
    covers: [],
  },
  {
    id: 'speech',
    kinds: ['visit-chat', 'phone-check', 'counselling', 'read-aloud', 'mediation', 'clinic-escort'],
    isClosed: false,
    groups: [
      {
        id: 'speeches',
        alike: 0.5,
        topics: {
          本地话: '方言|土话|家乡话|本地人|土生土长',
          上海话: '',
          粤语: '广东话|白话',
          四川话: '',
          闽南话: '闽南语',
          客家话: '',
          普通话: '',
          手语: '',
        },
      },
    ],
    covers: [],
  },
  {
    id: 'dispute',
    kinds: ['mediation'],
    isClosed: false,
    groups: [
      { id: 'neighbours', alike: 0.6, topics: { 邻里: '邻居|楼上|楼下吵|噪音|占道|晾衣|漏水赔' } },
      { id: 'families', alike: 0.6, topics: { 家庭: '婆媳|夫妻吵|兄弟|儿女|家里吵' } },
    ],
    covers: [],
  },
]
