namespace Mingzhang.App.Commands.Demo;

/// <summary>云溪区的部门：all of them made up: ordinary bureaus beside some that no district has.</summary>
/// <param name="Name">Its name without that of the district.</param>
/// <param name="Branch">款 of its functions.</param>
/// <param name="Works">What its projects are about.</param>
internal sealed record DistrictName(string Name, string Branch, string Works)
{
    /// <summary>区名。</summary>
    public const string District = "云溪区";

    /// <summary>区划编码，虚构。</summary>
    public const string Region = "990102";

    public static readonly IReadOnlyList<DistrictName> All =
    [
        new("档案局", "20126", "档案修复 库房恒湿改造 口述历史采集"), new("党群服务局", "20131", "基层阵地建设 志愿服务"), new("干部教育局", "20132", "年轻干部培养 网络课程建设"),
        new("城市形象局", "20133", "城市宣传片摄制 公益广告"), new("市场秩序局", "20138", "食品安全抽检 电梯安全监测"), new("公益诉讼联络办公室", "20404", "公益线索征集 生态修复基金"),
        new("教育局", "20501", "校舍安全加固 营养午餐 智慧教室"), new("萤火虫科学局", "20601", "夜光昆虫监测站 青少年实验室 科学家驻村"), new("文旅局", "20701", "古戏台修缮 非遗集市 夜游航线"),
        new("人力资源局", "20801", "技能培训 零工驿站"), new("健康局", "21001", "村卫生室升级 慢病筛查"), new("溪流生态局", "21101", "河道生态浮岛 水质自动监测 鱼道建设"),
        new("街巷更新局", "21201", "老旧街巷整治 口袋公园 雨污分流"), new("农业局", "21301", "高标准农田 茶园病虫害防治 农机补贴"), new("云海林场管理局", "21302", "古树名木保护 森林防火瞭望塔"),
        new("水利局", "21303", "山塘加固 小水电生态流量改造"), new("缆车与步道局", "21401", "登山步道养护 缆车安全检测 渡口改造"), new("工艺振兴局", "21501", "竹编工坊扶持 窑火复燃计划"),
        new("数字产业局", "21505", "算力券 企业上云 政策兑现"), new("夜市与集市局", "21602", "夜市升级 消费节"), new("星图测绘局", "22001", "暗夜保护区划定 实景三维测绘"),
        new("山洪应急局", "22401", "避险安置点 无人机救援队 预警广播"), new("财政局", "20106", "绩效评价 一体化系统运维"), new("发展规划局", "20104", "重大项目前期 节能审查"),
        new("招商局", "20113", "产业链招商 驻外联络处"), new("政务服务局", "20103", "一窗通办 政务外网"), new("乡贤联络局", "20136", "返乡创业大会 侨乡档案"),
        new("法律援助局", "20406", "法律援助案件补贴 社区矫正"), new("民生福利局", "20802", "长者食堂 困境儿童关爱"), new("云梯消防协作局", "22401", "微型消防站 高层演练"),
        new("古茶道保护局", "20701", "茶马石阶修复 驿站复建"), new("溶洞探险管理局", "20701", "洞穴监测 探险线路救援点"), new("潮汐农场管理局", "21301", "稻鱼共生示范 育秧中心"),
        new("风筝与低空局", "21401", "低空航路试飞 风筝赛场"), new("气味与噪声治理局", "21101", "异味溯源监测 静音街区"), new("方言保护局", "20133", "方言语料库 童谣采集"),
        new("地下水银行管理局", "21303", "回灌井建设 地下水监测"), new("蜜蜂与授粉局", "21301", "授粉蜂群补助 蜜源植物种植"), new("钟楼与报时局", "21201", "钟楼修缮 公共时钟维护"), new("候鸟驿站管理局", "21302", "湿地修复 观鸟步道 候鸟食源地"),
    ];

    /// <summary>下属单位的名称。</summary>
    public static readonly IReadOnlyList<string> Institutions = ["服务中心", "执法队", "研究所", "监测站", "培训中心", "信息中心", "保障中心"];

    /// <summary>姓氏和名字，用于虚构的人员。</summary>
    public const string Surnames = "柳叶云岚溪竹松江石苏岑顾沈俞骆陶温蓝梅秋";

    public const string Given = "知言远舟望秋禾青川墨白宁朗夏初舒然一鸣";

    /// <summary>第几个人: a name that is always the same.</summary>
    public static string Person(int number) => string.Concat(Surnames[number % Surnames.Length], Given[number * 7 % Given.Length], Given[((number * 3) + 5) % Given.Length]);
}
