/** What makes a question of a message. */
export const question =
  /[?？]|多少|第几|排几|几名|几位|几号|几时|几点|[吗么嘛][\s!。~]*$|吗[,，。 ]|怎么|怎样|如何|为什么|为何|为啥|什么|是否|有没有|能不能|可不可以|可否|能否|哪[个些家里天位项类儿]|谁|咋|啥|多久|何时|多大|多高|求问|请问|想问|问一下|查一下|查下|看一下|看看|查询|想(?:看|查|知道|了解)|(?<![核刚])算一?下|的话[\s。!]*$|算[高低多少快慢]还是/u;

/** 对不对, 够不够; 时不时 and 动不动 only say how often. */
export const eitherOr = /([^\s时动])不\1/u;

/** Asks for a nod at the end: 固投累计14.2亿对不, 是吧. */
export const nodding = /(?:(?:对|行|可以|是|成|能)不|[是对行]吧)[\s,。!~]*$/u;

/** Words of a question that ask nothing: 没什么问题, 有什么问题再联系我, 几位领导好, …，请领导看看. */
export const noQuestion =
  /(?:没|没有|无)(?:什么|啥)(?:大的?)?(?:问题|变化|变动|区别|异常)(?![吧吗么])|有(?:什么|啥)?(?:问题|疑问|情况|不对|需要)的?(?:话)?(?:请|再|可以?|随时|及时)*(?:联系|找|告诉)|几位(?=领导|老师|同志)|请(?:各位|几位)?(?:领导|老师|您)们?(?:帮忙|审阅)?看(?:看|一下|下)(?=[\s,。!~]|$)/gu;

/** Asks whether anybody is there, and nothing of the report to come: 在不在？固投…. */
export const anybodyThere =
  /^[^报数对行]*(?:在\?|在不在|在[吗么嘛没]|有人|忙[吗么不]|值班|方便|上班)[^报数对行]*$/u;

/** Asks the bot to take a report down: 能帮我报一下吗？… */
export const askedToTake =
  /^[您你]?(?:能(?:不能|否)?|可(?:不可)?以)?请?(?:帮我?们?忙?|给我们?)(?:报|录|记|登记)(?:一下|下|个数|数据)*[吗么嘛]?[\s?!,。]*$/u;

/** Asks whether the report arrived: …，收到了吗？ */
export const askedWhether =
  /[,。;!\s](?:请问)?(?:收到|看到|录上|报上|记上|登记)了?[吗么嘛没](?:有)?[\s?!。~]*$/u;

/** Asks whether the figure before it is right: 对吗, 你看行吗. */
export const ofFigure =
  /(?:对|行|准|正确|准确|可以|合适|妥|是|没问题|有问题)(?:的|了)?[吗么嘛]|(?:对|行|可以|是|准)不|[是对行]吧/u;

/** What makes a command: a slash in front. */
export const command = /^[\s]*[/\\／、]\s*\p{L}/u;

/** What is addressed to others: to do something, to come, to report. */
export const instruction =
  /请(?!查收|审|录入|登记|收|确认|领导|知悉|核|阅)|各(?:单位|街道|部门|镇|园区|专班|科室|位(?!领导))(?=[^:,]{0,6}(?:请|要|于|须|应|注意|按|报|负责|尽早|把|将))|(?<!给|跟|向|和|同|在|对|谢)你们|抓紧|尽快|务必|必须|马上.*(?:给|交)|赶紧|催|不得|严禁|要求|按时|及时(?!报了)|限时|报齐|(?:下班|今天|明天|周[一二三四五六日]|\d[日号]|月底|\d点)之?前|麻烦|记得|别忘|通知|提醒|督促|加快|加大|落实(?!情况)|组织|安排|负责|牵头|开会|参会|对接一下|盯紧|加强|推动|做好|配合|转发|准备好|提前|补齐|补报一下|重报|核对一下|核一下|改一下/u;

/** What says a message speaks of reporting or figures although it gives none. */
export const aboutFigures = /目标|任务|计划|数据|指标|进度|去年|上年|预计|力争|确保|完成|投资|增速|同比/u;

/** A plain word of thanks, receipt or greeting. */
export const courtesy =
  /收到|谢谢|感谢|辛苦|好的|明白|知道了|在吗|早上好|下午好|晚上好|哈哈|加油|赞|恭喜|稍等|马上|ok|早安|晚安|周末|节日/u;

/** Opens a promise of the speaker: what follows is not asked of others (好的，下班前报). */
export const receipt = /^[\s@]*(?:收到|好的?|好嘞|明白|知道了?|ok|行|没问题|嗯+|可以|了解)[\s,。!~、]/u;

/** Asks something of others even after a word of receipt. */
export const asking = /请|麻烦|各(?:单位|街道|部门|镇|园区|专班|科室)|务必|抓紧|赶紧|必须|催|提醒|通知/u;
