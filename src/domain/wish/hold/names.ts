// Chinese names as they stand within a text: a surname, one to three characters, and never a form of address.

/** Surnames that hardly ever begin a word, without those words: "张" is none in "张桌子". */
const plainSurnames: readonly RegExp[] = [
  /王(?![八者牌府母冠浆])|李(?!白|子(?:树|熟|苗|干|酒|红|$|，))|张(?![床桌椅凳沙躺折贴罗望嘴口开灯网邮票纸地照报])|刘(?!浪猫|海(?:$|，|剪|太|长|修))/,
  /陈(?![旧年列醋皮设述酿])|杨(?![树梅柳桃枝絮])|赵(?!州)|林(?![业场区间荫阴带木下]|子(?:里|边|$|，))/,
  /周(?![一二三四五六日末天围边到岁年期全转易至刊报记长遭身计])/,
  /黄(?![酒豆色瓜梅昏油金鱼牌历土河山花片毛铜疸芪鼠蜂泥桃杏连芩粑鳝曲皮绿蓝沙岩纸线焖])/,
  /马(?![上桶路虎扎克拉甲戏年车达不力来蜂峰锋捅葫铃蹄尾褂鞭赛])/,
  /高(?![手中级兴考龄空压血个工校层烧端矮材楼低度大清科水原尔温铁速档效等处频质三二一领票汤粱跟枝钙架筒脚音帽靠凳椅背蛋热脂盐糖锰管])/,
  /吴(?![江语侬])|徐(?![州徐汇])|孙(?![子女儿辈媳悟])|胡(?![同子萝说琴椒桃乱思辣闹豆须])|朱(?![砂红])|郭/,
  /何(?![时人种处必况妨不用等以方尝苦事为])|罗(?![汉非纹列马浮宋盘])|郑(?![州重])|梁(?!山)/,
  /谢(?![谢您你意顶大了师天绝幕罪])|宋(?![词代朝体])|唐(?![山诗氏装人朝代突])|许(?![多久愿昌可下])|邓|冯/,
  /韩(?![国语剧文式服])|曹|彭|曾(?![经孙祖在是任有和被为用住说去])|萧(?![条瑟])|蔡|潘|袁|董(?!事)/,
  /余(?![热钱下额生姚震地粮款])|苏(?![州打联醒])|吕(?!剧)|魏|蒋|卢|贾|丁(?![克香字点])|薛|阎|邹|姚|廖|谭/,
  /姜(?![片丝汤茶糖饼水黄])|范(?![围文本例])|沈(?!阳)|崔|邱|侯(?!车)|邵|孟(?!加)|秦(?![腔始岭])|史(?![书料诗前记])/,
  /郝|龚|汤(?![圆药锅匙勺池面包水碗])|尹|黎(?![明族])|贺(?![卡年寿礼词岁喜])|赖(?![账皮在以着床])/,
  /陶(?![瓷艺笛冶器土醉])|杜(?![绝鹃仲])|戴(?![氧眼帽助口着老上手花红假面])|霍(?![乱香])|覃|庞(?!大)|翟|樊|殷(?!勤)/,
  /俞|葛(?!根)|倪|鲍(?!鱼)|聂|靳|邢|岑|滕|阮|褚|卞|耿|窦|晏|詹|莫(?![名非大过须法得来说有怕让])|洪(?![水山湖涝])/,
  /章(?![程节鱼搭])|鲁(?![莽班菜])|柯|裴|骆(?!驼)|邬|虞|苟/,
]

/** Those that begin many a word: they are a surname only where the words before lead to a name. */
const wordLike: readonly RegExp[] = [
  /钟(?![点表头情爱楼声])|程(?![序度])|田(?![里地径园间野埂])|任(?![何务职课性意凭教])|汪(?!汪)/,
  /石(?![家头油匠材膏榴磨板凳桌子化])|叶(?![子片酸])|陆(?![军续地路上])|江(?![苏西边南北湖水米浙河])/,
  /康(?![复养乐宁健])|毛(?![线衣笔巾病毯裤豆主纺坯孩肚重绒发边玻刷])|段(?![子时路位落])|雷(?![雨锋声达电])/,
  /龙(?![头虾舟灯井年眼凤门])|万(?![一能事家元分达般物年科花圣向里])/,
  /白(?![天领酒菜班发血内色糖开白粥纸灰板墙衣送给头木净事蚁带大])|方(?![便言面式向法案形才块舟格针圆正剂队桌])/,
  /常(?![年常来住用见去州在熟识规有联态务德温回备])|古(?![筝琴诗典文玩董镇稀代老法树城怪])/,
  /文(?![化艺笔字章件明具静盲学科员书体联档竹身玩凭教印娱])|金(?![牛融鱼属婚牌银色针华额花刚毛瓜嗓])/,
  /武(?![术汉警打功侠昌装])|孔(?![子庙雀夫洞明])|熊(?![猫孩])|安(?![徽全静装排心家置慰顿放定稳宁葬居保眠检利度])/,
  /严(?![重格肃实厉寒冬谨冷把])|顾(?![家问客虑得不及上此])|夏(?![天季令日至装凉夜])|柳(?![州树条琴枝编絮])/,
  /游(?![泳戏玩客乐园走行览船记艺])|童(?![年装车书话声鞋谣趣心])/,
  /关(?![节心照于系门爱上掉公注键怀机好紧窗灯东燃煤水电了不闭停火张羽起])|施(?![工肥展舍暖救])/,
  /华(?![侨山东北夏联润为人灯尔])|苗(?![木族圃子条家])|祝(?![您你大愿福贺好老寿我各全身孩家社愈])/,
  /梅(?![花雨兰州子干园菜])|凌(?![晨乱空])|甘(?![肃蔗愿草露甜于心油薯])|柏(?![树林油])|季(?![节度军末])/,
  /易(?![拉碎怒经燃于学懂上])|牛(?![奶肉年仔皮筋排油腩腱])|艾(?![灸条草滋绒叶蒿佳])/,
  /温(?![州水度和柔暖室馨泉情差习热饱])|庄(?![稼重园严])|于(?![是我你他本今上下每周此心])|岳(?![父母阳飞])/,
  /申(?![请报领办诉通])|盛(?![开大饭情产夏装])|蓝(?![天色牙领球莓])|宁(?![夏波愿静可])|曲(?![子艺线目阜调谱折])/,
  /乔(?![迁装木])|傅(?![们上来修帮])|钱(?![包不多都可我给要也够财的])|齐(?![全心整])|卓(?!越)/,
  /左(?![右手边眼耳腿脚撇邻侧])|尚(?![未可且])|简(?![单历谱便易朴直介餐笔陋])|丛(?![书林])/,
  /向(?![前后上下阳左右导往来大着社您])/,
]

const compound =
  /欧阳|司马|上官|诸葛|东方(?!红|明珠|美|有线|卫视|广场)|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|长孙|宇文|轩辕|端木|独孤|闻人|澹台|淳于|申屠|钟离|呼延|南宫/

/** How a surname is followed where somebody is not named, only addressed. */
const address =
  /老(?:师|板|太|头|人|爷|伯|奶|汉)|阿姨|大(?:爷|妈|娘|姐|哥|叔|伯|嫂|夫|婶|爹|姨|厨)|小(?:姐|姑娘|伙|朋友|同学)|奶奶|爷爷|叔|婶|姨|伯|姐|哥|嫂|妈|爸|爹|婆|公公|师|医|主任|书记|经理|先生|女士|太太|同[志学]|工(?:程|$|，)|总(?:$|，)|队|教[练授]|护[士工]|警官|律师|[院所科局校站班会组楼厂处社村园店]长|会计|法官|干事|支书|委员|代表|某|家(?:的|将|$|，|里|人|大|老|小|儿|庄|村|湾|沟|河|桥|园|胡同|巷)|氏|姓|裁缝|木匠|电工|司机/
/** A character of a given name: what no name holds is left out. */
const given =
  /(?:(?![的了着吗呢吧啊呀哦是我你您他她它们不没很都也就跟与或个这那哪谁号楼层岁块元把被给叫喝找买做教要请陪帮看打卖借吃])[\u4e00-\u9fff])/
    .source
/** Who somebody is by work or by place is no name: "程序员", "常州人". */
const calling = /[人员师工匠户族迷籍侨厂院校队社站店班组座](?:$|，)/

const oneOf = (patterns: readonly RegExp[]): string => `(?:${patterns.map(({ source }) => source).join('|')})`

/** How somebody is addressed whose whole name is said: "王秀兰阿姨". */
export const addressed = new RegExp(oneOf([address, /志愿者|党员|战友/]))

const common = `${oneOf([compound, ...plainSurnames])}(?!${address.source})`
const any = `${oneOf([compound, ...plainSurnames, ...wordLike])}(?!${address.source})`
/** The surnames without what makes another word of them. */
const whatever = oneOf([compound, ...plainSurnames, ...wordLike]).replace(/\(\?!(?:[^()]|\([^()]*\))*\)/g, '')
const noCalling = `(?!${given}{0,3}${calling.source})`

/** A surname and one or two characters, before `end`. */
export const nameBefore = (end: RegExp): RegExp => new RegExp(`${any}${noCalling}${given}{1,2}?(?=${end.source})`)
/** The same of three characters or more, and a surname that begins few words: for where little speaks of a name. */
export const wholeNameBefore = (end: RegExp): RegExp => new RegExp(`${common}${noCalling}${given}{2}(?=${end.source})`)
/** A name whatever word it begins with: where the words before say that it is one, and nothing comes after. */
export const nameAlone = new RegExp(`${whatever}(?!${address.source})${given}{1,2}(?=$|\uff0c)`)
/** What follows "我叫": a name in any case; how long it is, is told by what comes after. */
export const nameSaid = (end: RegExp): RegExp =>
  new RegExp(
    oneOf([nameAlone, new RegExp(`${any}(?:${given}{1,3}(?=$|\uff0c)|${given}{1,2}?(?=${end.source})|${given}{2})`)]),
  )
