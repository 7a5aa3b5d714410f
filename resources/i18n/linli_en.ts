<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>linli</name>
        <message>
            <source> · 已选 {count} 人</source>
            <translation> · {count} selected</translation>
        </message>
        <message>
            <source> 张</source>
            <translation> cards</translation>
        </message>
        <message>
            <source> 等 {count} 个</source>
            <translation> and others, {count} in all</translation>
        </message>
        <message>
            <source>1. 放两张普通纸，印正面</source>
            <translation>1. Load two sheets of plain paper and print the fronts</translation>
        </message>
        <message>
            <source>18 位，可以不填</source>
            <translation>18 characters; may stay empty</translation>
        </message>
        <message>
            <source>2 到 9 个，用、隔开</source>
            <translation>2 to 9, separated by 、</translation>
        </message>
        <message>
            <source>2. 照图把纸翻过来放回去，印背面；以后都照同样的办法放</source>
            <translation>2. Turn the sheets over as in the picture, put them back and print the backs; always load them like this later</translation>
        </message>
        <message>
            <source>3. 看印出来的两张纸</source>
            <translation>3. Look at the two printed sheets</translation>
        </message>
        <message>
            <source>30 天内要复核或到期</source>
            <translation>Review or end within 30 days</translation>
        </message>
        <message>
            <source>30 天内该走访的</source>
            <translation>Visit due within 30 days</translation>
        </message>
        <message>
            <source>60 岁以上 {count} 人</source>
            <translation>{count} aged 60 and over</translation>
        </message>
        <message>
            <source>7 天内要复核或到期</source>
            <translation>Review or end within 7 days</translation>
        </message>
        <message>
            <source>7 天内该走访的</source>
            <translation>Visit due within 7 days</translation>
        </message>
        <message>
            <source>90 天内要复核或到期</source>
            <translation>Review or end within 90 days</translation>
        </message>
        <message>
            <source>A3</source>
            <translation>A3</translation>
        </message>
        <message>
            <source>A3 纸(&amp;3)…</source>
            <translation>A3 paper (&amp;3)…</translation>
        </message>
        <message>
            <source>A3（297×420 毫米）</source>
            <translation>A3 (297×420 mm)</translation>
        </message>
        <message>
            <source>A3，字最大</source>
            <translation>A3, largest type</translation>
        </message>
        <message>
            <source>A4</source>
            <translation>A4</translation>
        </message>
        <message>
            <source>A4 横放</source>
            <translation>A4 landscape</translation>
        </message>
        <message>
            <source>A4 横放（297×210 毫米）</source>
            <translation>A4 landscape (297×210 mm)</translation>
        </message>
        <message>
            <source>A4 竖放</source>
            <translation>A4 portrait</translation>
        </message>
        <message>
            <source>A4 竖放（210×297 毫米）</source>
            <translation>A4 portrait (210×297 mm)</translation>
        </message>
        <message>
            <source>A4 纸(&amp;4)…</source>
            <translation>A4 paper (&amp;4)…</translation>
        </message>
        <message>
            <source>A5</source>
            <translation>A5</translation>
        </message>
        <message>
            <source>A5（148×210 毫米）</source>
            <translation>A5 (148×210 mm)</translation>
        </message>
        <message>
            <source>Alt+字母</source>
            <translation>Alt+letter</translation>
        </message>
        <message>
            <source>A（左上）</source>
            <translation>A (top left)</translation>
        </message>
        <message>
            <source>B（左下）</source>
            <translation>B (bottom left)</translation>
        </message>
        <message>
            <source>C（上）</source>
            <translation>C (top)</translation>
        </message>
        <message>
            <source>D（右，可不填）</source>
            <translation>D (right, may stay empty)</translation>
        </message>
        <message>
            <source>Excel 工作簿 (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>E（下，可不填）</source>
            <translation>E (bottom, may stay empty)</translation>
        </message>
        <message>
            <source>PDF 文件 (*.pdf)</source>
            <translation>PDF file (*.pdf)</translation>
        </message>
        <message>
            <source>U盘(&amp;U)</source>
            <translation>&amp;USB stick</translation>
        </message>
        <message>
            <source>X 留空就是不限人数</source>
            <translation>An empty X means any number</translation>
        </message>
        <message>
            <source>{account} {at} 做的。</source>
            <translation>Done by {account}, {at}.</translation>
        </message>
        <message>
            <source>{account} {at} 做的，现在已撤销。</source>
            <translation>Done by {account}, {at}; taken back since.</translation>
        </message>
        <message>
            <source>{age} 岁</source>
            <translation>{age} years</translation>
        </message>
        <message>
            <source>{age} 岁以上</source>
            <translation>{age} and over</translation>
        </message>
        <message>
            <source>{age} 岁以上 {count} 人。</source>
            <translation>{count} aged {age} and over.</translation>
        </message>
        <message>
            <source>{age} 岁以上独居 {count} 人。</source>
            <translation>{count} aged {age} and over live alone.</translation>
        </message>
        <message>
            <source>{age} 岁以上独居老年人名单</source>
            <translation>Elders aged {age} and over who live alone</translation>
        </message>
        <message>
            <source>{age} 岁以上老年人名单</source>
            <translation>Elders aged {age} and over</translation>
        </message>
        <message>
            <source>{amount} 元/月</source>
            <translation>{amount} yuan a month</translation>
        </message>
        <message>
            <source>{amount} 元　{reason}</source>
            <translation>{amount} yuan  {reason}</translation>
        </message>
        <message>
            <source>{bed} · {day} 入住</source>
            <translation>{bed} · moved in {day}</translation>
        </message>
        <message>
            <source>{bed}住过的人</source>
            <translation>Who had {bed}</translation>
        </message>
        <message>
            <source>{bed}：{name}，{day} 入住</source>
            <translation>{bed}: {name}, moved in {day}</translation>
        </message>
        <message>
            <source>{bounds} {unit}：{count} 处</source>
            <translation>{bounds} {unit}: {count} places</translation>
        </message>
        <message>
            <source>{branch}（{count} 人）</source>
            <translation>{branch} ({count})</translation>
        </message>
        <message>
            <source>{building}还没有划入网格，点一下加入</source>
            <translation>{building} belongs to no grid yet; click to add it</translation>
        </message>
        <message>
            <source>{caption}光标在第 {slot} 格，按空格从这里开始。</source>
            <translation>{caption} The cursor is at slot {slot}; Space begins here.</translation>
        </message>
        <message>
            <source>{cards} 张卡要 {sheets} 张纸。</source>
            <translation> {cards} cards need {sheets} sheets.</translation>
        </message>
        <message>
            <source>{cards} 张卡，{sheets} 张纸</source>
            <translation>{cards} cards, {sheets} sheets</translation>
        </message>
        <message>
            <source>{case}：必须的文书还有 {count} 份没有出具：{names}。</source>
            <translation>{case}: {count} required documents have not been issued: {names}.</translation>
        </message>
        <message>
            <source>{case}：必须的文书都出具了。</source>
            <translation>{case}: all required documents have been issued.</translation>
        </message>
        <message>
            <source>{count} 个</source>
            <translation>{count} items</translation>
        </message>
        <message>
            <source>{count} 个字符</source>
            <translation>{count} characters</translation>
        </message>
        <message>
            <source>{count} 个文件：{names}</source>
            <translation>{count} files: {names}</translation>
        </message>
        <message>
            <source>{count} 个站点，七个有齐全的 {whole} 个，一共还缺 {gaps} 项。</source>
            <translation>{count} stations, {whole} with all seven points, {gaps} points missing in all.</translation>
        </message>
        <message>
            <source>{count} 个账号在用。每人用自己的账号，不要共用密码。</source>
            <translation>{count} accounts in use. Everybody uses their own; nobody shares a password.</translation>
        </message>
        <message>
            <source>{count} 个：{grids}</source>
            <translation>{count}: {grids}</translation>
        </message>
        <message>
            <source>{count} 人</source>
            <translation>{count} people</translation>
        </message>
        <message>
            <source>{count} 人不再值班</source>
            <translation>{count} people are no longer on duty</translation>
        </message>
        <message>
            <source>{count} 人已按本人要求在这里删除，不再接收。</source>
            <translation>{count} people were deleted here at their own request and are not taken in.</translation>
        </message>
        <message>
            <source>{count} 人登记了党员情况、政治面貌却不是党员，不在上面的总数里</source>
            <translation>{count} people have party facts but are no party members by political status; they are not in the sums above</translation>
        </message>
        <message>
            <source>{count} 人离岗</source>
            <translation>{count} people have left their posts</translation>
        </message>
        <message>
            <source>{count} 人离队</source>
            <translation>{count} people have left</translation>
        </message>
        <message>
            <source>{count} 人，合计 {total} 元（{capital}）。</source>
            <translation>{count} people, {total} yuan in all ({capital}).</translation>
        </message>
        <message>
            <source>{count} 位</source>
            <translation>{count} people</translation>
        </message>
        <message>
            <source>{count} 分钟</source>
            <translation>{count} minutes</translation>
        </message>
        <message>
            <source>{count} 名党员没有登记党员情况</source>
            <translation>{count} party members have no party facts</translation>
        </message>
        <message>
            <source>{count} 处</source>
            <translation>{count} places</translation>
        </message>
        <message>
            <source>{count} 天</source>
            <translation>{count} days</translation>
        </message>
        <message>
            <source>{count} 张卡已交给打印机</source>
            <translation>{count} cards were handed to the printer</translation>
        </message>
        <message>
            <source>{count} 张卡的住所还没有归入网格。</source>
            <translation>The dwellings of {count} cards belong to no grid yet.</translation>
        </message>
        <message>
            <source>{count} 张卡的背面，一共 {sheets} 张纸。先翻面：</source>
            <translation>The backs of {count} cards, {sheets} sheets in all. Turn the paper first:</translation>
        </message>
        <message>
            <source>{count} 条</source>
            <translation>{count}</translation>
        </message>
        <message>
            <source>{count} 条，最近的在前。这里的记录谁也不能修改或删除。</source>
            <translation>{count}, latest first. Nobody can change or delete what stands here.</translation>
        </message>
        <message>
            <source>{count} 次</source>
            <translation>{count} times</translation>
        </message>
        <message>
            <source>{count} 步，最近的在前。{days} 天以内的每一步都可以撤回，不只是最后一步。</source>
            <translation>{count} steps, latest first. Any step of the last {days} days can be taken back, not only the last.</translation>
        </message>
        <message>
            <source>{count} 画</source>
            <translation>{count} strokes</translation>
        </message>
        <message>
            <source>{count} 种字符</source>
            <translation>{count} kinds of characters</translation>
        </message>
        <message>
            <source>{count} 间</source>
            <translation>{count} rooms</translation>
        </message>
        <message>
            <source>{count} 页里有</source>
            <translation>Found on {count} pages</translation>
        </message>
        <message>
            <source>{count} 项</source>
            <translation>{count} items</translation>
        </message>
        <message>
            <source>{count} 项：已超期 {overdue}，今天到期 {today}，快到期 {soon}。到期当天不算超期。</source>
            <translation>{count} items: {overdue} overdue, {today} due today, {soon} due soon. Due today is not overdue.</translation>
        </message>
        <message>
            <source>{days} 天</source>
            <translation>{days} days</translation>
        </message>
        <message>
            <source>{days} 天前</source>
            <translation>{days} days ago</translation>
        </message>
        <message>
            <source>{days} 天前设的</source>
            <translation>set {days} days ago</translation>
        </message>
        <message>
            <source>{days}。这些备份是加密的，会按保留规则逐步换掉，也可以在“备份与恢复”里删除；从它们恢复时，程序会提醒再删除一次。</source>
            <translation>{days}. These backups are encrypted and give way by the keep rule; they can also be deleted under "Backup and restore". Whoever restores from one is told to delete the person again.</translation>
        </message>
        <message>
            <source>{days}天</source>
            <translation>{days} days</translation>
        </message>
        <message>
            <source>{day} 今天</source>
            <translation>{day} today</translation>
        </message>
        <message>
            <source>{day} 以前</source>
            <translation>Before {day}</translation>
        </message>
        <message>
            <source>{day} 删除过</source>
            <translation>Erased on {day}</translation>
        </message>
        <message>
            <source>{day} 删除过同名同生日的人，请核对</source>
            <translation>Somebody of that name and birthday was erased on {day}; please check</translation>
        </message>
        <message>
            <source>{day} 已履行</source>
            <translation>Performed on {day}</translation>
        </message>
        <message>
            <source>{day} 录入</source>
            <translation>entered {day}</translation>
        </message>
        <message>
            <source>{day} 撤回</source>
            <translation>withdrawn {day}</translation>
        </message>
        <message>
            <source>{day} 收回，录入 {entered} 行</source>
            <translation>Came back on {day}, {entered} lines entered</translation>
        </message>
        <message>
            <source>{day} 星期{weekday}</source>
            <translation>{day}, weekday {weekday}</translation>
        </message>
        <message>
            <source>{day} 结束</source>
            <translation>ended {day}</translation>
        </message>
        <message>
            <source>{day} 缺 {missing} 人</source>
            <translation>{day} lacks {missing} people</translation>
        </message>
        <message>
            <source>{day} 至 {until}</source>
            <translation>{day} to {until}</translation>
        </message>
        <message>
            <source>{day} 起</source>
            <translation>from {day}</translation>
        </message>
        <message>
            <source>{day}{count}人</source>
            <translation>{day}: {count} people</translation>
        </message>
        <message>
            <source>{day}{shift}：{name} 换班或替班</source>
            <translation>{day} {shift}: swap or stand-in for {name}</translation>
        </message>
        <message>
            <source>{day}　{giver} 交给 {taker}　{words}</source>
            <translation>{day}　{giver} handed over to {taker}　{words}</translation>
        </message>
        <message>
            <source>{day}　{holiday}放假</source>
            <translation>{day}, day off: {holiday}</translation>
        </message>
        <message>
            <source>{day}　办结：{result}</source>
            <translation>{day}　done: {result}</translation>
        </message>
        <message>
            <source>{day}　调休上班</source>
            <translation>{day}, worked for a holiday</translation>
        </message>
        <message>
            <source>{day}公布，以后改动请用“换班替班”</source>
            <translation>Published on {day}; later changes are swaps and stand-ins</translation>
        </message>
        <message>
            <source>{day}，今天</source>
            <translation>{day}, today</translation>
        </message>
        <message>
            <source>{day}，已过 {days} 天</source>
            <translation>{day}, {days} days overdue</translation>
        </message>
        <message>
            <source>{estate}（整个小区）</source>
            <translation>{estate} (the whole estate)</translation>
        </message>
        <message>
            <source>{event}后多少个月</source>
            <translation>Months after "{event}"</translation>
        </message>
        <message>
            <source>{facility}床位表</source>
            <translation>Beds of {facility}</translation>
        </message>
        <message>
            <source>{fields}没能放回来，请重新填写。</source>
            <translation>{fields} could not be brought back; please fill them in again.</translation>
        </message>
        <message>
            <source>{first}至{last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{grids}还没有登记网格长和联络员，可在“网格”页填。</source>
            <translation>{grids}: no leader and liaison yet; add them on the Grids page.</translation>
        </message>
        <message>
            <source>{grid} {post}：{name} 移交</source>
            <translation>{grid} {post}: hand-over of {name}</translation>
        </message>
        <message>
            <source>{hall} - 邻里台</source>
            <translation>{hall} - Linli</translation>
        </message>
        <message>
            <source>{helper}走访{head}户</source>
            <translation>Visits of {helper} to the household of {head}</translation>
        </message>
        <message>
            <source>{holder}：“{text}”中的 {code}</source>
            <translation>{holder}: {code} in “{text}”</translation>
        </message>
        <message>
            <source>{hours} {purpose}（{who}）</source>
            <translation>{hours} {purpose} ({who})</translation>
        </message>
        <message>
            <source>{hours}（已记）</source>
            <translation>{hours} (recorded)</translation>
        </message>
        <message>
            <source>{households} 户 {residents} 人</source>
            <translation>{households} households, {residents} people</translation>
        </message>
        <message>
            <source>{households} 户手里的{title}已经过时，因为上面印的人、电话或住址有变。</source>
            <translation>{title}: the cards of {households} households are out of date, because a person, phone or address printed on them has changed.</translation>
        </message>
        <message>
            <source>{kind} {count} 个</source>
            <translation>{kind}: {count}</translation>
        </message>
        <message>
            <source>{kind} {count} 处</source>
            <translation>{kind}: {count}</translation>
        </message>
        <message>
            <source>{kind} {number}，第 {issue} 次，{standing}</source>
            <translation>{kind} {number}, issue {issue}, {standing}</translation>
        </message>
        <message>
            <source>{kind} {people} 人</source>
            <translation>{kind}: {people} people</translation>
        </message>
        <message>
            <source>{kind}名册</source>
            <translation>Register: {kind}</translation>
        </message>
        <message>
            <source>{kind}的{field}</source>
            <translation>{kind}: {field}</translation>
        </message>
        <message>
            <source>{label} 已经作废：{reason}</source>
            <translation>{label} is void: {reason}</translation>
        </message>
        <message>
            <source>{label}　{count} {unit}</source>
            <translation>{label}: {count} {unit}</translation>
        </message>
        <message>
            <source>{label}　{title}</source>
            <translation>{label}  {title}</translation>
        </message>
        <message>
            <source>{month}　到期 {count} 项</source>
            <translation>{month}, {count} due</translation>
        </message>
        <message>
            <source>{month}共要 {need} 人次，参加的有 {people} 人。已排 {held} 人次，其中锁定 {locked}；会保留 {stays}，其余由程序排。请假、休息、技能等规则不会违反，排不出的留空并说明原因。中途可以停下，用到那时为止最好的结果；可以按 Ctrl+Z 撤销。</source>
            <translation>{month} needs {need} turns, {people} people take part. {held} turns are filled, {locked} of them locked; {stays} will stay, the program fills the rest. Leave, rest, skills and other rules are kept; what cannot be filled is left open with the reason. You can stop on the way and keep the best so far; Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>{month}的补助标准</source>
            <translation>Allowance rate of {month}</translation>
        </message>
        <message>
            <source>{month}补助 {base} 元，报送 {slips} 条。</source>
            <translation>Allowance of {month}: {base} yuan, {slips} slips.</translation>
        </message>
        <message>
            <source>{month}还没有排班，没有修改记录。</source>
            <translation>{month} has no roster yet, so there is no history.</translation>
        </message>
        <message>
            <source>{month}还缺 {short} 人次，有 {broken} 处不合规则。仍然公布吗？</source>
            <translation>{month} is {short} turns short and breaks {broken} rules. Publish all the same?</translation>
        </message>
        <message>
            <source>{names}的岗位模板还没有填写，不检查空缺。</source>
            <translation>The post templates of {names} are not filled in; gaps are not looked for.</translation>
        </message>
        <message>
            <source>{names}等 {count} 人</source>
            <translation>{names} and others, {count} people</translation>
        </message>
        <message>
            <source>{names}等 {count} 份</source>
            <translation>{names} and others, {count} copies</translation>
        </message>
        <message>
            <source>{name}  {hours}小时</source>
            <translation>{name}  {hours} h</translation>
        </message>
        <message>
            <source>{name}　{words}</source>
            <translation>{name}　{words}</translation>
        </message>
        <message>
            <source>{name}与户主的关系</source>
            <translation>Relation of {name} to the head</translation>
        </message>
        <message>
            <source>{name}名册</source>
            <translation>Register: {name}</translation>
        </message>
        <message>
            <source>{name}安排表</source>
            <translation>Plan of {name}</translation>
        </message>
        <message>
            <source>{name}来访登记表</source>
            <translation>Visitors of {name}</translation>
        </message>
        <message>
            <source>{name}正在使用。请输入密码继续，没有保存的内容都还在。</source>
            <translation>{name} is signed in. Type the password to go on; what was not saved is still there.</translation>
        </message>
        <message>
            <source>{name}的历史</source>
            <translation>History of {name}</translation>
        </message>
        <message>
            <source>{name}的奖罚</source>
            <translation>Bonuses and deductions of {name}</translation>
        </message>
        <message>
            <source>{name}的居民资料</source>
            <translation>Resident record of {name}</translation>
        </message>
        <message>
            <source>{name}的救助待遇</source>
            <translation>Benefits of {name}</translation>
        </message>
        <message>
            <source>{name}的沿革</source>
            <translation>History of {name}</translation>
        </message>
        <message>
            <source>{name}的走访和服务</source>
            <translation>Visits and services for {name}</translation>
        </message>
        <message>
            <source>{name}的邻里守望</source>
            <translation>Neighbour watch of {name}</translation>
        </message>
        <message>
            <source>{name}（{root}，空闲 {free} GB）</source>
            <translation>{name} ({root}, {free} GB free)</translation>
        </message>
        <message>
            <source>{name}（{rows} 行）</source>
            <translation>{name} ({rows} rows)</translation>
        </message>
        <message>
            <source>{name}（{shift}）</source>
            <translation>{name} ({shift})</translation>
        </message>
        <message>
            <source>{name}（{where}）</source>
            <translation>{name} ({where})</translation>
        </message>
        <message>
            <source>{name}（{why}）</source>
            <translation>{name} ({why})</translation>
        </message>
        <message>
            <source>{name}（不导入）</source>
            <translation>{name} (not imported)</translation>
        </message>
        <message>
            <source>{name}（可不填）</source>
            <translation>{name} (optional)</translation>
        </message>
        <message>
            <source>{name}（已停）</source>
            <translation>{name} (ended)</translation>
        </message>
        <message>
            <source>{name}（您自己）</source>
            <translation>{name} (you)</translation>
        </message>
        <message>
            <source>{name}（现在没接上）</source>
            <translation>{name} (not connected now)</translation>
        </message>
        <message>
            <source>{name}：{festival}</source>
            <translation>{name}: {festival}</translation>
        </message>
        <message>
            <source>{number} {name}：{kind}。办结后不能再改，可以打印答复单。</source>
            <translation>{number} {name}: {kind}. Once closed it cannot be changed; the answer can be printed.</translation>
        </message>
        <message>
            <source>{number}　{value} 元　{name}</source>
            <translation>{number}　{value} yuan　{name}</translation>
        </message>
        <message>
            <source>{number}　共 {count} 件、{pages} 页。</source>
            <translation>{number}　{count} documents, {pages} pages.</translation>
        </message>
        <message>
            <source>{number}「{title}」撤回后不再算数；文号仍然占用，存档件保留。</source>
            <translation>{number} “{title}” no longer counts once it is withdrawn; its number stays taken and the archive copy is kept.</translation>
        </message>
        <message>
            <source>{parts}。</source>
            <translation>{parts}.</translation>
        </message>
        <message>
            <source>{path}
{records} 条记录，只有「{name}」读得了。</source>
            <translation>{path}
{records} records; only "{name}" can read it.</translation>
        </message>
        <message>
            <source>{people} 人轮流，每人 {least} 到 {most} 次。</source>
            <translation>{people} people take turns, {least} to {most} times each.</translation>
        </message>
        <message>
            <source>{people} 人，{times} 次，共 {hours} 小时（不含路上的时间）。</source>
            <translation>{people} people, {times} times, {hours} hours in all (without the way).</translation>
        </message>
        <message>
            <source>{period}：手填数字</source>
            <translation>{period}: figures entered by hand</translation>
        </message>
        <message>
            <source>{person} · 党员</source>
            <translation>{person} · party member</translation>
        </message>
        <message>
            <source>{person}的{label}采用</source>
            <translation>{label} of {person}: take</translation>
        </message>
        <message>
            <source>{places}等 {count} 处</source>
            <translation>{places} and others, {count} places</translation>
        </message>
        <message>
            <source>{place}。这一步只是看，还不会登记任何人。</source>
            <translation>{place}. This step only looks; nobody is registered yet.</translation>
        </message>
        <message>
            <source>{place}在 {day} 不在任何网格里，或者台账里没有记。</source>
            <translation>On {day} {place} was in no grid, or the ledger does not say.</translation>
        </message>
        <message>
            <source>{place}在 {day} 归“{grid}”（编号 {number}）。</source>
            <translation>On {day} {place} belonged to “{grid}” (number {number}).</translation>
        </message>
        <message>
            <source>{place}（{count}）</source>
            <translation>{place} ({count})</translation>
        </message>
        <message>
            <source>{plan} {month}的冲突和空缺</source>
            <translation>Conflicts and gaps of {plan}, {month}</translation>
        </message>
        <message>
            <source>{plan} {month}的换班和替班</source>
            <translation>Swaps and stand-ins of {plan}, {month}</translation>
        </message>
        <message>
            <source>{plan}演练</source>
            <translation>Drills under {plan}</translation>
        </message>
        <message>
            <source>{point}(&amp;{key})</source>
            <translation>{point}(&amp;{key})</translation>
        </message>
        <message>
            <source>{point}：{reason}</source>
            <translation>{point}: {reason}</translation>
        </message>
        <message>
            <source>{present}/{all}</source>
            <translation>{present}/{all}</translation>
        </message>
        <message>
            <source>{problem}{advice}这期间不能打印和导出，因为每次都要留下记录。</source>
            <translation>{problem}{advice}Meanwhile nothing can be printed or exported, as each must be recorded.</translation>
        </message>
        <message>
            <source>{readings}，尺子上没有这么大的数。真的读到这个数吗？</source>
            <translation>{readings}: the ruler has no number that large. Was this really read?</translation>
        </message>
        <message>
            <source>{reason} {count} 行</source>
            <translation>{reason}: {count} rows</translation>
        </message>
        <message>
            <source>{reason}(&amp;M)</source>
            <translation>{reason} (&amp;M)</translation>
        </message>
        <message>
            <source>{records} 条记录，其中居民 {people} 人。</source>
            <translation>{records} records, {people} of them people.</translation>
        </message>
        <message>
            <source>{residents} 人 · {households} 户 · 流动人口 {floating} 人 · 出租房屋 {rentals} 户</source>
            <translation>{residents} people · {households} households · {floating} floating · {rentals} rented dwellings</translation>
        </message>
        <message>
            <source>{returned}。{note}</source>
            <translation>{returned}. {note}</translation>
        </message>
        <message>
            <source>{said}　名单 {listed} 人，签到 {came} 人</source>
            <translation>{said}  {listed} on the list, {came} signed in</translation>
        </message>
        <message>
            <source>{scale}，{count} 人</source>
            <translation>{scale}, {count} people</translation>
        </message>
        <message>
            <source>{seconds} 秒后</source>
            <translation>after {seconds} seconds</translation>
        </message>
        <message>
            <source>{sheet} 第 {row} 行</source>
            <translation>{sheet}, row {row}</translation>
        </message>
        <message>
            <source>{sheet}；{day} 由 {account} 开始。</source>
            <translation>{sheet}; started {day} by {account}.</translation>
        </message>
        <message>
            <source>{side} {letter} 是 {value}</source>
            <translation>{side} {letter} is {value}</translation>
        </message>
        <message>
            <source>{side}：{words}</source>
            <translation>{side}: {words}</translation>
        </message>
        <message>
            <source>{side}：内容要怎样挪（校准向导会填）</source>
            <translation>{side}: how the content moves (the calibration wizard fills this in)</translation>
        </message>
        <message>
            <source>{sign}　自己画的字</source>
            <translation>{sign}　drawn by you</translation>
        </message>
        <message>
            <source>{sign}　自己画的字，为“{name}”画的</source>
            <translation>{sign}　drawn by you, for “{name}”</translation>
        </message>
        <message>
            <source>{since} 至 {until}</source>
            <translation>{since} to {until}</translation>
        </message>
        <message>
            <source>{size} MB</source>
            <translation>{size} MB</translation>
        </message>
        <message>
            <source>{stage} {days} 天</source>
            <translation>{stage} for {days} days</translation>
        </message>
        <message>
            <source>{stage}·上交</source>
            <translation>{stage}, handed up</translation>
        </message>
        <message>
            <source>{stage}（{day} 起）</source>
            <translation>{stage} (since {day})</translation>
        </message>
        <message>
            <source>{standing}（{reason}）</source>
            <translation>{standing} ({reason})</translation>
        </message>
        <message>
            <source>{state} {count} 室</source>
            <translation>{state}: {count} flats</translation>
        </message>
        <message>
            <source>{state}，{count} 人次</source>
            <translation>{state}, {count} present</translation>
        </message>
        <message>
            <source>{state}，修订 {count} 次</source>
            <translation>{state}, revised {count} times</translation>
        </message>
        <message>
            <source>{state}，晚了 {days} 天</source>
            <translation>{state}, {days} days late</translation>
        </message>
        <message>
            <source>{state}，超 {days} 天</source>
            <translation>{state}, {days} days over</translation>
        </message>
        <message>
            <source>{state}：{reason}</source>
            <translation>{state}: {reason}</translation>
        </message>
        <message>
            <source>{stock}。</source>
            <translation>{stock}.</translation>
        </message>
        <message>
            <source>{sums}。</source>
            <translation>{sums}.</translation>
        </message>
        <message>
            <source>{sums}，{gap}</source>
            <translation>{sums}, {gap}</translation>
        </message>
        <message>
            <source>{sums}，相符</source>
            <translation>{sums}, which agrees</translation>
        </message>
        <message>
            <source>{team}{what}（{month}）</source>
            <translation>{team} {what} ({month})</translation>
        </message>
        <message>
            <source>{team}演练登记表</source>
            <translation>Drill register of {team}</translation>
        </message>
        <message>
            <source>{team}的巡逻排班</source>
            <translation>Patrol roster of {team}</translation>
        </message>
        <message>
            <source>{team}的演练</source>
            <translation>Drills of {team}</translation>
        </message>
        <message>
            <source>{team}的装备</source>
            <translation>Equipment of {team}</translation>
        </message>
        <message>
            <source>{team}的装备领用</source>
            <translation>Equipment issued by {team}</translation>
        </message>
        <message>
            <source>{team}的队员</source>
            <translation>Members of {team}</translation>
        </message>
        <message>
            <source>{team}装备领用登记表</source>
            <translation>Equipment issue register of {team}</translation>
        </message>
        <message>
            <source>{team}（{count} 人）</source>
            <translation>{team} ({count} people)</translation>
        </message>
        <message>
            <source>{text}　依次填：{choices}</source>
            <translation>{text} Enter in order: {choices}</translation>
        </message>
        <message>
            <source>{text}（和人一起恢复）</source>
            <translation>{text} (restored with the person)</translation>
        </message>
        <message>
            <source>{text}（已经撤回）</source>
            <translation>{text} (taken back already)</translation>
        </message>
        <message>
            <source>{title} {count} 户</source>
            <translation>{title}: {count} households</translation>
        </message>
        <message>
            <source>{title}　办得怎么样</source>
            <translation>{title}: how it went</translation>
        </message>
        <message>
            <source>{title}　名单</source>
            <translation>{title}: list</translation>
        </message>
        <message>
            <source>{title}（{branch}）</source>
            <translation>{title} ({branch})</translation>
        </message>
        <message>
            <source>{title}（加密）.pdf</source>
            <translation>{title} (encrypted).pdf</translation>
        </message>
        <message>
            <source>{title}（自制）</source>
            <translation>{title} (made here)</translation>
        </message>
        <message>
            <source>{title}（自己的）</source>
            <translation>{title} (own)</translation>
        </message>
        <message>
            <source>{title}：{households} 户 {cards} 张</source>
            <translation>{title}: {households} households, {cards} cards</translation>
        </message>
        <message>
            <source>{title}：现在是“{fresh}”</source>
            <translation>{title}: now “{fresh}”</translation>
        </message>
        <message>
            <source>{turn}，背面{order}</source>
            <translation>{turn}, backs {order}</translation>
        </message>
        <message>
            <source>{unit}(&amp;U)</source>
            <translation>{unit} (&amp;U)</translation>
        </message>
        <message>
            <source>{urgency}（天）(&amp;{letter})</source>
            <translation>{urgency} (days) (&amp;{letter})</translation>
        </message>
        <message>
            <source>{venue} 这一天空着。按 N 预约，PgUp、PgDn 换一周。</source>
            <translation>{venue} is free on this day. N books it, PgUp and PgDn change the week.</translation>
        </message>
        <message>
            <source>{venue}{span}的预约</source>
            <translation>Booking of {venue}, {span}</translation>
        </message>
        <message>
            <source>{venue}使用安排</source>
            <translation>Use of {venue}</translation>
        </message>
        <message>
            <source>{when} 演练过恢复，没有问题</source>
            <translation>rehearsed {when}, all well</translation>
        </message>
        <message>
            <source>{whom} 撤回同意。撤回以前的处理有效；期限到了会列在“保存期限”里，由您决定去留。</source>
            <translation>{whom} withdraws consent. What was done before remains valid; when its time is over it is listed under "Retention", and you decide.</translation>
        </message>
        <message>
            <source>{width} × {height} 毫米</source>
            <translation>{width} × {height} mm</translation>
        </message>
        <message>
            <source>{words}或者不再用备份盘“{name}”？</source>
            <translation>{words}Or shall the backup stick "{name}" no longer be used?</translation>
        </message>
        <message>
            <source>{words}，这段时间接待 {count} 天。</source>
            <translation>{words}; {count} reception days in this period.</translation>
        </message>
        <message>
            <source>{years} 年的放假安排还不知道，期限按周末和法定节日推算。</source>
            <translation>The holidays of {years} are not known yet; terms are reckoned by weekends and statutory holidays.</translation>
        </message>
        <message>
            <source>{year} 年的放假安排还不知道，先按周末和法定节日算。</source>
            <translation>The holidays of {year} are not known yet; weekends and statutory days count for now.</translation>
        </message>
        <message>
            <source>{year} 年的放假安排还没有公布，先按周末和法律写明的节日排，公布后请再核对。</source>
            <translation>The holidays of {year} are not announced yet; weekends and the days named by law count. Please check again when they are.</translation>
        </message>
        <message>
            <source>{year}年</source>
            <translation>{year}</translation>
        </message>
        <message>
            <source>{year}年发的</source>
            <translation>Issued in {year}</translation>
        </message>
        <message>
            <source>{year}年：{sums}。</source>
            <translation>{year}: {sums}.</translation>
        </message>
        <message>
            <source>{yuan} 元</source>
            <translation>{yuan} yuan</translation>
        </message>
        <message>
            <source>“{figure}”不适合上墙张贴，请把着色改成“人数”“户数”或“不着色”再打。</source>
            <translation>“{figure}” must not be posted; choose people, households or no colour, then print.</translation>
        </message>
        <message>
            <source>“{head}”登记为</source>
            <translation>“{head}” registered as</translation>
        </message>
        <message>
            <source>“{helper}”不再联系“{head}”这一户。结对记录会留着，党员联系卡请收回。</source>
            <translation>“{helper}” no longer supports the household of “{head}”. The pairing is kept in the records; please collect the party member's contact card.</translation>
        </message>
        <message>
            <source>“{names}”以后可以同班？</source>
            <translation>May “{names}” be on the same shift again?</translation>
        </message>
        <message>
            <source>“{name}”不再享受“{kind}”。记录会留着，以后还查得到。</source>
            <translation>“{name}” gets “{kind}” no more. The record stays and can be looked up later.</translation>
        </message>
        <message>
            <source>“{name}”不是能看的图片，请另选一张 JPG 或 PNG 图片。</source>
            <translation>“{name}” is no picture that can be shown. Please choose another JPG or PNG picture.</translation>
        </message>
        <message>
            <source>“{name}”已经在名单上。</source>
            <translation>“{name}” is on the list already.</translation>
        </message>
        <message>
            <source>“{name}”有 {size} MB，照片最大 {most} MB，请先缩小再添加。</source>
            <translation>“{name}” has {size} MB; a photo may have {most} MB at most. Please make it smaller before adding it.</translation>
        </message>
        <message>
            <source>“{name}”的“{kind}”已复核，继续享受。</source>
            <translation>“{kind}” of “{name}” was reviewed and goes on.</translation>
        </message>
        <message>
            <source>“{name}”的角色</source>
            <translation>Role of "{name}"</translation>
        </message>
        <message>
            <source>“{name}”还有 {count} 份没有保存的内容，{verb}会关掉它们。</source>
            <translation>"{name}" still has {count} unsaved forms; {verb} closes them.</translation>
        </message>
        <message>
            <source>“{path}”写不进去，请换一个地方保存。</source>
            <translation>“{path}” cannot be written. Please choose another place.</translation>
        </message>
        <message>
            <source>“{path}”读不出来，请换一个文件。</source>
            <translation>“{path}” cannot be read. Please take another file.</translation>
        </message>
        <message>
            <source>“{place}”没有住人。请在“网格”页打开它该归的网格，把这栋楼加进去。</source>
            <translation>Nobody lives at “{place}”. On the Grids page, open the grid it should belong to and add the building.</translation>
        </message>
        <message>
            <source>“{place}”还没有登记住址，没有楼栋图可看。</source>
            <translation>No home is entered at “{place}”, so there is no elevation.</translation>
        </message>
        <message>
            <source>“{sign}”是(&amp;{key})</source>
            <translation>“{sign}” is (&amp;{key})</translation>
        </message>
        <message>
            <source>“{text}”不在可选项里，请从列表中选择。</source>
            <translation>“{text}” is not one of the choices. Please choose from the list.</translation>
        </message>
        <message>
            <source>“{text}”不是数字，请填 0、1、2 这样的数。</source>
            <translation>“{text}” is no number; enter 0, 1, 2 and so on.</translation>
        </message>
        <message>
            <source>“{text}”不是时长，请填小时数，最细到一刻钟，如 2、1.5、0.25。</source>
            <translation>“{text}” is no length; please write hours in quarters at the finest, such as 2, 1.5, 0.25.</translation>
        </message>
        <message>
            <source>“{text}”没有对上一位信息员，请写姓名。</source>
            <translation>“{text}” fits no informant; please type the name.</translation>
        </message>
        <message>
            <source>“{text}”这一行不完整，请补全名称和号码，或去掉这一行。</source>
            <translation>“{text}” is not complete. Enter name and number, or remove the line.</translation>
        </message>
        <message>
            <source>“{title}”是自带的，不能直接改。</source>
            <translation>“{title}” comes with the program and cannot be changed.</translation>
        </message>
        <message>
            <source>“{title}”没有可以列出的案件。</source>
            <translation>“{title}” has no cases to list.</translation>
        </message>
        <message>
            <source>“{venue}”{span}已经由“{who}”约好（{purpose}），请改时间，空着的有：</source>
            <translation>“{venue}” is taken {span} by “{who}” ({purpose}); please change the time. Free are:</translation>
        </message>
        <message>
            <source>“从”空着的，是一开始就这样，或者不知道从哪天起。</source>
            <translation>An empty “from” means from the beginning, or that the day is not known.</translation>
        </message>
        <message>
            <source>“其他事项”没有登记簿，只列在一览表里；别的到日子会亮灯</source>
            <translation>“Other matters” have no register and are only listed; the others light up when due</translation>
        </message>
        <message>
            <source>“只在接待日”的班次按它来排</source>
            <translation>Shifts “on reception days only” follow it</translation>
        </message>
        <message>
            <source>“工作人员”名册里的哪一位</source>
            <translation>Who of the staff</translation>
        </message>
        <message>
            <source>○ 未履行</source>
            <translation>○ not performed</translation>
        </message>
        <message>
            <source>⚠ 报告过激化风险</source>
            <translation>⚠ Risk was reported</translation>
        </message>
        <message>
            <source>⚠ 风险</source>
            <translation>⚠ Risk</translation>
        </message>
        <message>
            <source>✓ {day} 已履行</source>
            <translation>✓ performed on {day}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>。</source>
            <translation>.</translation>
        </message>
        <message>
            <source>。每人各记一条。</source>
            <translation>. One record for each.</translation>
        </message>
        <message>
            <source>《{title}》</source>
            <translation>“{title}”</translation>
        </message>
        <message>
            <source>「{gone}」并入「{kept}」，{at}。打勾的项目会撤回；空格键打勾或去掉。</source>
            <translation>“{gone}” was merged into “{kept}”, {at}. What is ticked will be taken back; Space sets or removes a tick.</translation>
        </message>
        <message>
            <source>「{name}」在{place}租住到 {day}。去掉姓名、证件和电话后，只留下房间和日期，不能撤销。</source>
            <translation>"{name}" rented in {place} until {day}. Without name, document and phone only room and dates remain; this cannot be undone.</translation>
        </message>
        <message>
            <source>「{name}」已经在这个卷宗里，没有再添加。</source>
            <translation>“{name}” is in this file already and was not added again.</translation>
        </message>
        <message>
            <source>「{name}」的信息将从台账、查找索引、操作记录里去掉，不能撤销，也不能恢复。</source>
            <translation>The data of "{name}" will be removed from ledger, search index and history. This cannot be undone.</translation>
        </message>
        <message>
            <source>「{sender}」{made} 做的文件，{records} 条记录。</source>
            <translation>A file that "{sender}" made {made}, {records} records.</translation>
        </message>
        <message>
            <source>一个人也没有勾选，请勾选要补入的人。</source>
            <translation>Nobody is ticked. Tick the people to add.</translation>
        </message>
        <message>
            <source>一个人的班，拷到手机上打开就进日历，没有别人的班；换班后再发一次，会自动更新。</source>
            <translation>One person's shifts to open on a phone; nobody else's. After a swap send it again and it updates.</translation>
        </message>
        <message>
            <source>一个月、一个季度或一年的调解统计；每个数都能打开来看是哪些案件</source>
            <translation>Mediation figures of a month, quarter or year; each number opens its cases</translation>
        </message>
        <message>
            <source>一个月里哪天有什么到期，哪天放假、哪天调休上班</source>
            <translation>What is due on which day of a month, which days are off and which weekends are worked</translation>
        </message>
        <message>
            <source>一个网格</source>
            <translation>one grid</translation>
        </message>
        <message>
            <source>一个节日一行，写节日那几天，如 古尔邦节：5月27日至29日放假。</source>
            <translation>One festival a line with its days, such as 古尔邦节：5月27日至29日放假。</translation>
        </message>
        <message>
            <source>一人多岗</source>
            <translation>One person, several posts</translation>
        </message>
        <message>
            <source>一人联系几个网格</source>
            <translation>Grids of one worker</translation>
        </message>
        <message>
            <source>一人联系几个网格(&amp;L)…</source>
            <translation>Grids of one worker (&amp;L)…</translation>
        </message>
        <message>
            <source>一份答卷</source>
            <translation>A paper</translation>
        </message>
        <message>
            <source>一共 {doors} 户，每户一张。</source>
            <translation>{doors} households, one sheet each.</translation>
        </message>
        <message>
            <source>一共 {doors} 户，每栋楼一张，要打 {sheets} 张。</source>
            <translation>{doors} doors, one sheet a building, {sheets} sheets to print.</translation>
        </message>
        <message>
            <source>一共几人(&amp;H)</source>
            <translation>&amp;How many came</translation>
        </message>
        <message>
            <source>一共几行(&amp;H)</source>
            <translation>Rows in all (&amp;H)</translation>
        </message>
        <message>
            <source>一共来了几人(&amp;R)</source>
            <translation>How many came (&amp;R)</translation>
        </message>
        <message>
            <source>一句话</source>
            <translation>One sentence</translation>
        </message>
        <message>
            <source>一周最多(&amp;Z)</source>
            <translation>At most in a week (&amp;Z)</translation>
        </message>
        <message>
            <source>一周的场地预约</source>
            <translation>Bookings of a week</translation>
        </message>
        <message>
            <source>一天</source>
            <translation>One day</translation>
        </message>
        <message>
            <source>一岗多人</source>
            <translation>One post, several people</translation>
        </message>
        <message>
            <source>一年的民族节日</source>
            <translation>Ethnic festivals of a year</translation>
        </message>
        <message>
            <source>一年的节假日</source>
            <translation>Holidays of a year</translation>
        </message>
        <message>
            <source>一张值班表有哪些班次、几点到几点、要几个人、谁参加，都写在这里。</source>
            <translation>Which shifts a roster has, from when to when, how many people, and who takes part, is written here.</translation>
        </message>
        <message>
            <source>一张纸 {slots} 格</source>
            <translation>{slots} slots to a sheet</translation>
        </message>
        <message>
            <source>一张表，各户签名</source>
            <translation>One sheet for every household to sign</translation>
        </message>
        <message>
            <source>一本台账要管几个社区的网格时，把别的社区写在这里；只管本社区就不用。</source>
            <translation>Write other communities here if one ledger keeps the grids of several; with your own alone it is not needed.</translation>
        </message>
        <message>
            <source>一栋楼每层每室住着谁，按发卡、出租、独居等着色</source>
            <translation>Who lives on every floor and in every flat of a building, coloured by cards, letting, living alone and so on</translation>
        </message>
        <message>
            <source>一样，信任它(&amp;Y)</source>
            <translation>The same, trust it (&amp;Y)</translation>
        </message>
        <message>
            <source>一次性告知单</source>
            <translation>One-time notice</translation>
        </message>
        <message>
            <source>一段写成 101-125，几段用逗号隔开：101-125，201-225</source>
            <translation>A range is written 101-125; separate several with commas: 101-125, 201-225</translation>
        </message>
        <message>
            <source>一段时间没有操作</source>
            <translation>nothing done for a while</translation>
        </message>
        <message>
            <source>一班交给下一班时，把值班情况和要接着办的事记在这里。</source>
            <translation>When a shift hands over to the next, write here how it went and what is to be gone on with.</translation>
        </message>
        <message>
            <source>一直干下去的留空；换人请用“交接”</source>
            <translation>Leave empty if it goes on; use “hand over” for a change of person</translation>
        </message>
        <message>
            <source>一直有的留空</source>
            <translation>Leave empty while it goes on</translation>
        </message>
        <message>
            <source>一直适用的留空</source>
            <translation>Empty if it goes on holding</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>General</translation>
        </message>
        <message>
            <source>一行一项</source>
            <translation>One item a line</translation>
        </message>
        <message>
            <source>一行写一条</source>
            <translation>One per line</translation>
        </message>
        <message>
            <source>一行写一条，打印时自动编号</source>
            <translation>One per line; numbered when printed</translation>
        </message>
        <message>
            <source>一行写一条；工作制度的条文也写在这里</source>
            <translation>One per line; articles of work rules go here too</translation>
        </message>
        <message>
            <source>一行写一种，会印在回执上</source>
            <translation>One per line; printed on the receipt</translation>
        </message>
        <message>
            <source>一行写一种，告知单上可以打勾</source>
            <translation>One per line; the notice has a box to tick for each</translation>
        </message>
        <message>
            <source>一行写一项。</source>
            <translation>One item to a line.</translation>
        </message>
        <message>
            <source>一行几格(&amp;L)</source>
            <translation>S&amp;lots in a row</translation>
        </message>
        <message>
            <source>一行输入住址</source>
            <translation>Address in one line</translation>
        </message>
        <message>
            <source>一行输入，如 3-2-501 或 幸福巷12号</source>
            <translation>In one line, such as 3-2-501 or 12 Xingfu Lane</translation>
        </message>
        <message>
            <source>一起转过来</source>
            <translation>Comes along</translation>
        </message>
        <message>
            <source>一部分印好了</source>
            <translation>Some came out well</translation>
        </message>
        <message>
            <source>一题一个数字，如 {digits}</source>
            <translation>one digit a question, such as {digits}</translation>
        </message>
        <message>
            <source>七个有</source>
            <translation>Seven points</translation>
        </message>
        <message>
            <source>七个有检查表</source>
            <translation>Check sheet of the seven points</translation>
        </message>
        <message>
            <source>七个有缺项清单</source>
            <translation>What the seven points lack</translation>
        </message>
        <message>
            <source>三个问题还没有答完，请看着印出来的两张纸选好。</source>
            <translation>The three questions are not all answered. Look at the two printed sheets and choose.</translation>
        </message>
        <message>
            <source>三至九人，有主任，应当有妇女成员（人民调解法第八条）</source>
            <translation>Three to nine people with a chair; there should be women among them (People's Mediation Law, art. 8)</translation>
        </message>
        <message>
            <source>上</source>
            <translation>Top</translation>
        </message>
        <message>
            <source>上一份</source>
            <translation>Previous copy</translation>
        </message>
        <message>
            <source>上一周</source>
            <translation>Previous week</translation>
        </message>
        <message>
            <source>上一对(&amp;B)</source>
            <translation>Pair &amp;before</translation>
        </message>
        <message>
            <source>上一次的一张也没有印好</source>
            <translation>None of the last printing came out well</translation>
        </message>
        <message>
            <source>上一步(&amp;K)</source>
            <translation>Bac&amp;k</translation>
        </message>
        <message>
            <source>上一步(&amp;P)</source>
            <translation>&amp;Previous</translation>
        </message>
        <message>
            <source>上一页</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>上下</source>
            <translation>Vertically</translation>
        </message>
        <message>
            <source>上下对齐</source>
            <translation>Vertical alignment</translation>
        </message>
        <message>
            <source>上下居中(&amp;M)</source>
            <translation>Centre vertically (&amp;M)</translation>
        </message>
        <message>
            <source>上下撑开</source>
            <translation>Stretches with the height</translation>
        </message>
        <message>
            <source>上下放大到 {percent}%</source>
            <translation>{percent}% of the height</translation>
        </message>
        <message>
            <source>上下等距(&amp;V)</source>
            <translation>Space e&amp;venly downwards</translation>
        </message>
        <message>
            <source>上下缩小到 {percent}%</source>
            <translation>{percent}% of the height</translation>
        </message>
        <message>
            <source>上下缩放</source>
            <translation>Vertical scale</translation>
        </message>
        <message>
            <source>上个月(&amp;U)</source>
            <translation>Month before (&amp;U)</translation>
        </message>
        <message>
            <source>上交到哪一级(&amp;L)</source>
            <translation>To which &amp;level</translation>
        </message>
        <message>
            <source>上墙张贴，A3 纸(&amp;Q)…</source>
            <translation>For posting, A3 paper (&amp;Q)…</translation>
        </message>
        <message>
            <source>上墙的制度</source>
            <translation>Rules for the wall</translation>
        </message>
        <message>
            <source>上岗日期(&amp;B)</source>
            <translation>On the post since (&amp;B)</translation>
        </message>
        <message>
            <source>上报材料</source>
            <translation>Reporting</translation>
        </message>
        <message>
            <source>上月</source>
            <translation>Previous month</translation>
        </message>
        <message>
            <source>上期</source>
            <translation>Period before</translation>
        </message>
        <message>
            <source>上次之后的修改</source>
            <translation>changes since last time</translation>
        </message>
        <message>
            <source>上次填写以后，这份资料的{fields}又有改动。现在显示的是您填的内容，请核对后再保存。</source>
            <translation>Since you typed, {fields} of this record were changed. Shown is what you typed; check it, then save.</translation>
        </message>
        <message>
            <source>上次备份：{when}</source>
            <translation>Last backup: {when}</translation>
        </message>
        <message>
            <source>上次导入过同样的表头，已照上次的对应填好。</source>
            <translation>The same heads were imported before; the columns are set as then.</translation>
        </message>
        <message>
            <source>上次没有在“恢复码已妥善保存”前打勾就关掉了窗口。忘记密码时，只有恢复码能打开台账。手里没有恢复码的，请现在换一个新的，打印出来锁好。</source>
            <translation>Last time the window was closed before “The recovery code is kept safely” was ticked. If the password is forgotten, only the recovery code opens the ledger. If you do not hold one, make a new one now, print it and lock it away.</translation>
        </message>
        <message>
            <source>上次没有正常退出，有 {count} 份没有保存的内容。打开后请核对，再点保存。</source>
            <translation>The program ended suddenly; {count} forms were not saved. Open and check them, then save.</translation>
        </message>
        <message>
            <source>上次登录</source>
            <translation>Last sign-in</translation>
        </message>
        <message>
            <source>上班(&amp;U)</source>
            <translation>Begins (&amp;U)</translation>
        </message>
        <message>
            <source>上移</source>
            <translation>Up</translation>
        </message>
        <message>
            <source>上移(&amp;U)</source>
            <translation>&amp;Up</translation>
        </message>
        <message>
            <source>上移一层(&amp;U)</source>
            <translation>One level &amp;up</translation>
        </message>
        <message>
            <source>上边对齐(&amp;T)</source>
            <translation>Align &amp;top edges</translation>
        </message>
        <message>
            <source>上边距</source>
            <translation>From the top</translation>
        </message>
        <message>
            <source>上门地址(&amp;D)</source>
            <translation>A&amp;ddress</translation>
        </message>
        <message>
            <source>下</source>
            <translation>Bottom</translation>
        </message>
        <message>
            <source>下一份</source>
            <translation>Next copy</translation>
        </message>
        <message>
            <source>下一周</source>
            <translation>Next week</translation>
        </message>
        <message>
            <source>下一对(&amp;X)</source>
            <translation>Ne&amp;xt pair</translation>
        </message>
        <message>
            <source>下一步(&amp;N)…</source>
            <translation>&amp;Next step…</translation>
        </message>
        <message>
            <source>下一步(&amp;S)</source>
            <translation>Next &amp;step</translation>
        </message>
        <message>
            <source>下一步(&amp;S)…</source>
            <translation>Next &amp;step…</translation>
        </message>
        <message>
            <source>下一班要接着办的；没有的留空</source>
            <translation>What the next shift has to go on with; leave empty if nothing</translation>
        </message>
        <message>
            <source>下一页</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>下个月(&amp;W)</source>
            <translation>Next month (&amp;W)</translation>
        </message>
        <message>
            <source>下月</source>
            <translation>Next month</translation>
        </message>
        <message>
            <source>下次 {day}</source>
            <translation>next {day}</translation>
        </message>
        <message>
            <source>下次回访(&amp;E)</source>
            <translation>N&amp;ext follow-up</translation>
        </message>
        <message>
            <source>下次复核(&amp;F)</source>
            <translation>Next review (&amp;F)</translation>
        </message>
        <message>
            <source>下次核查日期</source>
            <translation>Next review</translation>
        </message>
        <message>
            <source>下次走访</source>
            <translation>Next visit</translation>
        </message>
        <message>
            <source>下次走访(&amp;E)</source>
            <translation>N&amp;ext visit</translation>
        </message>
        <message>
            <source>下班(&amp;W)</source>
            <translation>Ends (&amp;W)</translation>
        </message>
        <message>
            <source>下移</source>
            <translation>Down</translation>
        </message>
        <message>
            <source>下移(&amp;W)</source>
            <translation>Do&amp;wn</translation>
        </message>
        <message>
            <source>下移一层(&amp;D)</source>
            <translation>One level &amp;down</translation>
        </message>
        <message>
            <source>下边对齐(&amp;B)</source>
            <translation>Align &amp;bottom edges</translation>
        </message>
        <message>
            <source>不上公示栏的，按空格键或点一下去掉勾。补入后再逐个填写认领岗位和承诺。</source>
            <translation>Untick those who do not go on the board, with Space or a click. Enter post and promise of each afterwards.</translation>
        </message>
        <message>
            <source>不会的时候按 F1，打开的就是眼前这一页怎么用。现在按一下，看完按 Esc 关上。</source>
            <translation>Whenever you are stuck press F1: it opens the page on what you see. Press it now, and Esc when you have read.</translation>
        </message>
        <message>
            <source>不住出租房屋</source>
            <translation>Not in a rented dwelling</translation>
        </message>
        <message>
            <source>不保存</source>
            <translation>Do not save</translation>
        </message>
        <message>
            <source>不保存(&amp;N)</source>
            <translation>Do&amp;n't save</translation>
        </message>
        <message>
            <source>不保存画好的字吗？</source>
            <translation>Leave without saving the drawn character?</translation>
        </message>
        <message>
            <source>不值</source>
            <translation>No duty</translation>
        </message>
        <message>
            <source>不入户</source>
            <translation>No household</translation>
        </message>
        <message>
            <source>不再信任(&amp;V)</source>
            <translation>Re&amp;voke trust</translation>
        </message>
        <message>
            <source>不再信任「{name}」？</source>
            <translation>No longer trust "{name}"?</translation>
        </message>
        <message>
            <source>不再只看这个对象</source>
            <translation>Show all records again</translation>
        </message>
        <message>
            <source>不再录入，去看已登记的“{name}”？</source>
            <translation>Stop here and look at “{name}”, who is registered?</translation>
        </message>
        <message>
            <source>不再用它</source>
            <translation>Use it no more</translation>
        </message>
        <message>
            <source>不分哪一份</source>
            <translation>Not for one party</translation>
        </message>
        <message>
            <source>不分站点</source>
            <translation>Any station</translation>
        </message>
        <message>
            <source>不勾选时编号随便编，如 1、2、3。国家没有统一网格编号的长度，请按上级的要求选。</source>
            <translation>Unticked, grids are numbered freely, such as 1, 2, 3. There is no national length of grid numbers; choose as your superiors ask.</translation>
        </message>
        <message>
            <source>不勾选时，改掉的编号、名称、楼栋和人员会留在沿革里，到昨天为止。</source>
            <translation>Unticked, the changed number, name, buildings and people stay in the history up to yesterday.</translation>
        </message>
        <message>
            <source>不印</source>
            <translation>Left out</translation>
        </message>
        <message>
            <source>不印（标签纸已经切好）</source>
            <translation>Not printed (the labels are cut already)</translation>
        </message>
        <message>
            <source>不发卡：{name}（{reason}）</source>
            <translation>No card: {name} ({reason})</translation>
        </message>
        <message>
            <source>不合规则 {wrong} 处，缺 {short} 人次，提示 {noted} 处。按回车到那一格。</source>
            <translation>{wrong} against the rules, {short} too few, {noted} remarks. Enter goes to the cell.</translation>
        </message>
        <message>
            <source>不同班</source>
            <translation>Not together</translation>
        </message>
        <message>
            <source>不同班(&amp;T)…</source>
            <translation>Not &amp;together…</translation>
        </message>
        <message>
            <source>不在上面场地里的写这里</source>
            <translation>Write here what is no venue of the list</translation>
        </message>
        <message>
            <source>不在人员名单里</source>
            <translation>Not on the list of people</translation>
        </message>
        <message>
            <source>不在名册里，自己填写</source>
            <translation>Not in the register, to be typed</translation>
        </message>
        <message>
            <source>不在站点</source>
            <translation>At no station</translation>
        </message>
        <message>
            <source>不在站点的写这里</source>
            <translation>Who belongs to no station</translation>
        </message>
        <message>
            <source>不填就不查；填了，值班表会提示哪些开放时间没人值班。</source>
            <translation>Left empty it is not checked; filled in, the roster says which opening times nobody covers.</translation>
        </message>
        <message>
            <source>不填就是随时能来；几段用逗号隔开</source>
            <translation>Leave empty if they can come at any time; several separated by commas</translation>
        </message>
        <message>
            <source>不填的，用居民或工作人员资料里的电话</source>
            <translation>If empty, the phone of the resident or staff record</translation>
        </message>
        <message>
            <source>不导入</source>
            <translation>Not imported</translation>
        </message>
        <message>
            <source>不属于哪个站点</source>
            <translation>Of no station</translation>
        </message>
        <message>
            <source>不开放</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>不急的留空，按三天内算</source>
            <translation>Leave empty if not urgent; counted as three days</translation>
        </message>
        <message>
            <source>不想值班</source>
            <translation>Would rather not</translation>
        </message>
        <message>
            <source>不指定</source>
            <translation>Not set</translation>
        </message>
        <message>
            <source>不指定，打印机自己选</source>
            <translation>Not set, the printer chooses</translation>
        </message>
        <message>
            <source>不接待</source>
            <translation>No reception</translation>
        </message>
        <message>
            <source>不接待的一定要写；门口的通知上会印。</source>
            <translation>Must be written when nobody is received; it is printed on the door notice.</translation>
        </message>
        <message>
            <source>不是</source>
            <translation>No</translation>
        </message>
        <message>
            <source>不是信息员的写姓名</source>
            <translation>Type the name of whoever is no informant</translation>
        </message>
        <message>
            <source>不是单独的字</source>
            <translation>Not a character by itself</translation>
        </message>
        <message>
            <source>不是同一个人，保留</source>
            <translation>Not the same person, keep</translation>
        </message>
        <message>
            <source>不是同一人</source>
            <translation>Not the same person</translation>
        </message>
        <message>
            <source>不是同一人(&amp;N)</source>
            <translation>&amp;Not the same person</translation>
        </message>
        <message>
            <source>不是同一条(&amp;D)</source>
            <translation>&amp;Different records</translation>
        </message>
        <message>
            <source>不是工作人员</source>
            <translation>Not a member of staff</translation>
        </message>
        <message>
            <source>不是户主</source>
            <translation>Is no head</translation>
        </message>
        <message>
            <source>不是本人来办的才填写</source>
            <translation>Only if somebody else comes</translation>
        </message>
        <message>
            <source>不是独居</source>
            <translation>Does not live alone</translation>
        </message>
        <message>
            <source>不是给钱的留空</source>
            <translation>Leave empty if it is not about money</translation>
        </message>
        <message>
            <source>不是返迁</source>
            <translation>Not returned</translation>
        </message>
        <message>
            <source>不是这位居民，改填姓名</source>
            <translation>Not this resident; enter a name instead</translation>
        </message>
        <message>
            <source>不是钱的事留空</source>
            <translation>Leave empty if it is not about money</translation>
        </message>
        <message>
            <source>不是队伍办的</source>
            <translation>Of no team</translation>
        </message>
        <message>
            <source>不是，这是第一次反映</source>
            <translation>No, this is the first time</translation>
        </message>
        <message>
            <source>不晚于开始的算到第二天</source>
            <translation>If not later than it begins, it ends on the next day</translation>
        </message>
        <message>
            <source>不标</source>
            <translation>Not marked</translation>
        </message>
        <message>
            <source>不校准</source>
            <translation>No calibration</translation>
        </message>
        <message>
            <source>不清楚的留空</source>
            <translation>Leave empty what is not known</translation>
        </message>
        <message>
            <source>不满 14 周岁的由监护人签名</source>
            <translation>Under 14 the guardian signs</translation>
        </message>
        <message>
            <source>不满一月(&amp;W)</source>
            <translation>Part of a month (&amp;W)</translation>
        </message>
        <message>
            <source>不用</source>
            <translation>Not needed</translation>
        </message>
        <message>
            <source>不用代金券</source>
            <translation>Without a voucher</translation>
        </message>
        <message>
            <source>不用再回访的留空</source>
            <translation>Leave empty if no more follow-up is needed</translation>
        </message>
        <message>
            <source>不用动，印得很准</source>
            <translation>nothing to move, it prints exactly</translation>
        </message>
        <message>
            <source>不用社区的场地</source>
            <translation>No venue of the community</translation>
        </message>
        <message>
            <source>不用筛选</source>
            <translation>No filter</translation>
        </message>
        <message>
            <source>不用鼠标也能做完所有的事。</source>
            <translation>Everything can be done without the mouse.</translation>
        </message>
        <message>
            <source>不知道</source>
            <translation>unknown</translation>
        </message>
        <message>
            <source>不管</source>
            <translation>Leave as it is</translation>
        </message>
        <message>
            <source>不能全部分出去，至少要留下一人。要全户搬走请用“移居”。</source>
            <translation>Not everybody can be split off; one must stay. To move the whole household, change its address.</translation>
        </message>
        <message>
            <source>不能再用的旧密码(&amp;R)</source>
            <translation>Old passwords that are &amp;refused</translation>
        </message>
        <message>
            <source>不能延长的留空</source>
            <translation>Empty if it cannot be extended</translation>
        </message>
        <message>
            <source>不能用</source>
            <translation>cannot be used</translation>
        </message>
        <message>
            <source>不自动填</source>
            <translation>Do not fill by itself</translation>
        </message>
        <message>
            <source>不自动锁定</source>
            <translation>never lock by itself</translation>
        </message>
        <message>
            <source>不要求</source>
            <translation>not asked for</translation>
        </message>
        <message>
            <source>不转过来</source>
            <translation>Does not come along</translation>
        </message>
        <message>
            <source>不选</source>
            <translation>None</translation>
        </message>
        <message>
            <source>不选就只印一份，给大家看</source>
            <translation>With nobody chosen one copy for all is printed</translation>
        </message>
        <message>
            <source>不限</source>
            <translation>Any number</translation>
        </message>
        <message>
            <source>不限人数的留空</source>
            <translation>Leave empty for any number</translation>
        </message>
        <message>
            <source>不需要</source>
            <translation>Not needed</translation>
        </message>
        <message>
            <source>与以前哪一件说的是同一件事</source>
            <translation>Which earlier one it is the same as</translation>
        </message>
        <message>
            <source>与住址不同时填写</source>
            <translation>if it differs from the address</translation>
        </message>
        <message>
            <source>与其他电脑交换</source>
            <translation>Exchange with other computers</translation>
        </message>
        <message>
            <source>与其他电脑交换(&amp;X)…</source>
            <translation>E&amp;xchange with other computers…</translation>
        </message>
        <message>
            <source>与原来不同（{count}）</source>
            <translation>Different ({count})</translation>
        </message>
        <message>
            <source>与原来登记不同的内容</source>
            <translation>Content that differs from what is registered</translation>
        </message>
        <message>
            <source>与当事人的关系(&amp;E)</source>
            <translation>R&amp;elation to the party</translation>
        </message>
        <message>
            <source>与户主关系</source>
            <translation>Relation to head</translation>
        </message>
        <message>
            <source>与户主关系(&amp;R)</source>
            <translation>&amp;Relation to head</translation>
        </message>
        <message>
            <source>与本人关系(&amp;L)</source>
            <translation>Re&amp;lation to the person</translation>
        </message>
        <message>
            <source>与窗口同宽（0）</source>
            <translation>Fit the width (0)</translation>
        </message>
        <message>
            <source>丢失</source>
            <translation>Lost</translation>
        </message>
        <message>
            <source>丢弃</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>丢弃(&amp;D)</source>
            <translation>&amp;Discard</translation>
        </message>
        <message>
            <source>丢弃这份没有保存的内容？丢弃后找不回来。</source>
            <translation>Discard what was not saved? It cannot be brought back.</translation>
        </message>
        <message>
            <source>两处都有</source>
            <translation>In two grids</translation>
        </message>
        <message>
            <source>两次输入的密码不一样，请重新输入。</source>
            <translation>The two passwords differ. Please type them again.</translation>
        </message>
        <message>
            <source>两班之间休息(&amp;X)</source>
            <translation>Rest between two shifts (&amp;X)</translation>
        </message>
        <message>
            <source>两边撑开</source>
            <translation>Stretches with the width</translation>
        </message>
        <message>
            <source>两边相同</source>
            <translation>The same in both</translation>
        </message>
        <message>
            <source>两边都改过</source>
            <translation>Changed on both sides</translation>
        </message>
        <message>
            <source>两边都要</source>
            <translation>Keep both</translation>
        </message>
        <message>
            <source>两面</source>
            <translation>Two sides</translation>
        </message>
        <message>
            <source>个人信息</source>
            <translation>Personal data</translation>
        </message>
        <message>
            <source>个人信息(&amp;I)</source>
            <translation>Personal data (&amp;I)</translation>
        </message>
        <message>
            <source>个人信息副本</source>
            <translation>Copy of personal data</translation>
        </message>
        <message>
            <source>个人信息副本.xlsx</source>
            <translation>Copy of personal data.xlsx</translation>
        </message>
        <message>
            <source>个人信息副本已导出。</source>
            <translation>The copy of personal data was written.</translation>
        </message>
        <message>
            <source>个人信息告知书</source>
            <translation>Privacy notice</translation>
        </message>
        <message>
            <source>个人信息收集使用告知书：谁签了，谁还没有签</source>
            <translation>Privacy notice: who signed it, who has not yet</translation>
        </message>
        <message>
            <source>个人信息答复单</source>
            <translation>Answer about personal data</translation>
        </message>
        <message>
            <source>个人信息请求</source>
            <translation>Requests about personal data</translation>
        </message>
        <message>
            <source>个人信息请求 {number}</source>
            <translation>Request about personal data {number}</translation>
        </message>
        <message>
            <source>个人信息请求(&amp;R)…</source>
            <translation>&amp;Requests about personal data…</translation>
        </message>
        <message>
            <source>个人值班条</source>
            <translation>Personal slips</translation>
        </message>
        <message>
            <source>个人当事人</source>
            <translation>Party (person)</translation>
        </message>
        <message>
            <source>个人资料</source>
            <translation>Personal data</translation>
        </message>
        <message>
            <source>个工作日。{source}</source>
            <translation>working days. {source}</translation>
        </message>
        <message>
            <source>个月，轮流时以前值过的也算</source>
            <translation>months; turns taken before count too</translation>
        </message>
        <message>
            <source>中间的步骤没有办才填写，如 就地解决</source>
            <translation>Fill in only where steps in between were left out, such as settled on the spot</translation>
        </message>
        <message>
            <source>临时管理</source>
            <translation>Temporary</translation>
        </message>
        <message>
            <source>为“{name}”画的</source>
            <translation>Drawn for “{name}”</translation>
        </message>
        <message>
            <source>为什么</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>为什么不能开证明(&amp;W)…</source>
            <translation>&amp;Why no certificates…</translation>
        </message>
        <message>
            <source>为什么修订？（如 时间改了）</source>
            <translation>Why is it revised? (such as: another time)</translation>
        </message>
        <message>
            <source>为什么是他(&amp;W)</source>
            <translation>&amp;Why him?</translation>
        </message>
        <message>
            <source>为什么更正？（如 姓名写错）</source>
            <translation>Why is it corrected? (such as: name misspelt)</translation>
        </message>
        <message>
            <source>为什么现在不能</source>
            <translation>Why not now</translation>
        </message>
        <message>
            <source>为什么要看完整号码？</source>
            <translation>Why are the full numbers needed?</translation>
        </message>
        <message>
            <source>为什么这一班排了这个人</source>
            <translation>Why this person is on this shift</translation>
        </message>
        <message>
            <source>为什么退回</source>
            <translation>Why returned</translation>
        </message>
        <message>
            <source>主持</source>
            <translation>Presides</translation>
        </message>
        <message>
            <source>主持这件案子的调解(&amp;Z)</source>
            <translation>Presides in this case (&amp;Z)</translation>
        </message>
        <message>
            <source>主要事实和责任(&amp;F)</source>
            <translation>Main &amp;facts and responsibility</translation>
        </message>
        <message>
            <source>主讲人(&amp;M)</source>
            <translation>Speaker (&amp;M)</translation>
        </message>
        <message>
            <source>主题</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>主题(&amp;N)</source>
            <translation>Subject (&amp;N)</translation>
        </message>
        <message>
            <source>也可以按 Ctrl 和 + 或 - 调整。</source>
            <translation>Ctrl with + or - does it too.</translation>
        </message>
        <message>
            <source>也显示这张卡不印的元素(&amp;H)</source>
            <translation>S&amp;how elements that this card does not print</translation>
        </message>
        <message>
            <source>事件类别(&amp;E)</source>
            <translation>Kind of &amp;event</translation>
        </message>
        <message>
            <source>事由(&amp;L)</source>
            <translation>Matter (&amp;L)</translation>
        </message>
        <message>
            <source>事由(&amp;Q)</source>
            <translation>Subject (&amp;Q)</translation>
        </message>
        <message>
            <source>事项</source>
            <translation>Matter</translation>
        </message>
        <message>
            <source>事项(&amp;K)</source>
            <translation>Matter (&amp;K)</translation>
        </message>
        <message>
            <source>事项(&amp;M)</source>
            <translation>Matter (&amp;M)</translation>
        </message>
        <message>
            <source>事项(&amp;T)</source>
            <translation>Ma&amp;tter</translation>
        </message>
        <message>
            <source>二维码</source>
            <translation>QR code</translation>
        </message>
        <message>
            <source>二维码(&amp;Q)</source>
            <translation>&amp;QR code</translation>
        </message>
        <message>
            <source>二维码里是卡号，扫一扫就能找到这一户。四周的白边已算在内。</source>
            <translation>The QR code holds the card number; scanning it finds the household. The white margin around it is included.</translation>
        </message>
        <message>
            <source>五必访</source>
            <translation>The five duty visits</translation>
        </message>
        <message>
            <source>五必访、日常走访、上门服务的记录，哪些该去了</source>
            <translation>The five duty visits, everyday visits and services at home, and which are due</translation>
        </message>
        <message>
            <source>五必访：住院、困难、节日、纠纷、丧葬</source>
            <translation>the five duty visits: hospital, hardship, festival, dispute, funeral</translation>
        </message>
        <message>
            <source>交了哪些材料，还要做什么</source>
            <translation>What was handed in, what is still to be done</translation>
        </message>
        <message>
            <source>交出的人(&amp;J)</source>
            <translation>Handed over by (&amp;J)</translation>
        </message>
        <message>
            <source>交回到{level}。</source>
            <translation>Goes back to {level}.</translation>
        </message>
        <message>
            <source>交换文件 (*.linli-x)</source>
            <translation>Exchange files (*.linli-x)</translation>
        </message>
        <message>
            <source>交换文件 (*{suffix})</source>
            <translation>Exchange files (*{suffix})</translation>
        </message>
        <message>
            <source>交换文件存到哪里</source>
            <translation>Where to put the exchange file</translation>
        </message>
        <message>
            <source>交接 {number}</source>
            <translation>Hand over {number}</translation>
        </message>
        <message>
            <source>交接(&amp;J)…</source>
            <translation>Hand over (&amp;J)…</translation>
        </message>
        <message>
            <source>交接以后，住户手里有 {count} 张联系卡要换。</source>
            <translation>After it {count} contact cards of households have to be changed.</translation>
        </message>
        <message>
            <source>交接日期(&amp;D)</source>
            <translation>Han&amp;ded over on</translation>
        </message>
        <message>
            <source>交接班记录</source>
            <translation>Hand-over record</translation>
        </message>
        <message>
            <source>交接班记录（{which}）</source>
            <translation>Hand-over records ({which})</translation>
        </message>
        <message>
            <source>交班人</source>
            <translation>Handed over by</translation>
        </message>
        <message>
            <source>交班人(&amp;J)</source>
            <translation>Handed over by (&amp;J)</translation>
        </message>
        <message>
            <source>交的是哪一班(&amp;N)</source>
            <translation>Which shift (&amp;N)</translation>
        </message>
        <message>
            <source>交给别的单位时用，打开要密码</source>
            <translation>For handing to another body; opening it takes a password</translation>
        </message>
        <message>
            <source>交给谁(&amp;S)</source>
            <translation>To whom (&amp;S)</translation>
        </message>
        <message>
            <source>享受人(&amp;R)</source>
            <translation>&amp;Recipient</translation>
        </message>
        <message>
            <source>人</source>
            <translation>People</translation>
        </message>
        <message>
            <source>人仍在台账里，只是不再属于这一户。可以按 Ctrl+Z 撤销。</source>
            <translation>The person stays in the ledger but belongs to this household no more. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>人员</source>
            <translation>People</translation>
        </message>
        <message>
            <source>人员(&amp;M)</source>
            <translation>People (&amp;M)</translation>
        </message>
        <message>
            <source>人员(&amp;P)…</source>
            <translation>&amp;People…</translation>
        </message>
        <message>
            <source>人员(&amp;W)</source>
            <translation>People (&amp;W)</translation>
        </message>
        <message>
            <source>人和号码都是虚构的；请不要写真的居民，练完全部扔掉</source>
            <translation>People and numbers are made up; please enter no real residents, all of it is thrown away afterwards</translation>
        </message>
        <message>
            <source>人大代表、政协委员、社会资源</source>
            <translation>Deputies, consultative members, social resources</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>人数(&amp;H)</source>
            <translation>&amp;How many came</translation>
        </message>
        <message>
            <source>人数较少民族的成员(&amp;M)</source>
            <translation>Of a s&amp;maller ethnic group</translation>
        </message>
        <message>
            <source>人次</source>
            <translation>Attendance</translation>
        </message>
        <message>
            <source>人民调解须知</source>
            <translation>Rights and duties in mediation</translation>
        </message>
        <message>
            <source>什么</source>
            <translation>What</translation>
        </message>
        <message>
            <source>什么时候印</source>
            <translation>When it is printed</translation>
        </message>
        <message>
            <source>什么时间(&amp;Z)</source>
            <translation>When (&amp;Z)</translation>
        </message>
        <message>
            <source>什么矛盾纠纷(&amp;M)</source>
            <translation>What dispute (&amp;M)</translation>
        </message>
        <message>
            <source>什么都能做：账号、设置、备份恢复、审计</source>
            <translation>May do everything: accounts, settings, backups, audit</translation>
        </message>
        <message>
            <source>什么问题</source>
            <translation>What problem</translation>
        </message>
        <message>
            <source>今后一年</source>
            <translation>The next year</translation>
        </message>
        <message>
            <source>今后四周</source>
            <translation>The next four weeks</translation>
        </message>
        <message>
            <source>今天 {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <source>今天(&amp;D)</source>
            <translation>To&amp;day</translation>
        </message>
        <message>
            <source>今天(&amp;T)</source>
            <translation>Today (&amp;T)</translation>
        </message>
        <message>
            <source>今天出去的</source>
            <translation>Went out today</translation>
        </message>
        <message>
            <source>今天到期</source>
            <translation>due today</translation>
        </message>
        <message>
            <source>今天和以后的</source>
            <translation>Today and later</translation>
        </message>
        <message>
            <source>今天开始的，最后一天是 {day} 周{weekday}</source>
            <translation>What starts today has its last day on {day} (weekday {weekday})</translation>
        </message>
        <message>
            <source>今天的工作没有备份成，仍要退出吗？录入的内容都已保存。</source>
            <translation>Today's work could not be backed up. Quit nevertheless? All that was entered is saved.</translation>
        </message>
        <message>
            <source>今天设的</source>
            <translation>set today</translation>
        </message>
        <message>
            <source>今天谁值班</source>
            <translation>On duty today</translation>
        </message>
        <message>
            <source>今年</source>
            <translation>This year</translation>
        </message>
        <message>
            <source>今年的</source>
            <translation>This year's</translation>
        </message>
        <message>
            <source>仍住原址就不用改。</source>
            <translation>Leave it if they stay.</translation>
        </message>
        <message>
            <source>仍然公布</source>
            <translation>Publish all the same</translation>
        </message>
        <message>
            <source>从</source>
            <translation>from</translation>
        </message>
        <message>
            <source>从(&amp;F)</source>
            <translation>&amp;From</translation>
        </message>
        <message>
            <source>从“{team}”删除“{name}”？</source>
            <translation>Remove “{name}” from “{team}”?</translation>
        </message>
        <message>
            <source>从一格的上边量到下面那一格的上边。格子挨着没有缝，可以不填。</source>
            <translation>From the top of a slot to the top of the slot below. May stay empty if the slots touch.</translation>
        </message>
        <message>
            <source>从一格的左边量到右边那一格的左边。格子挨着没有缝，可以不填。</source>
            <translation>From the left of a slot to the left of the slot beside it. May stay empty if the slots touch.</translation>
        </message>
        <message>
            <source>从剪贴板导入(&amp;V)…</source>
            <translation>Import from the clipboard (&amp;V)…</translation>
        </message>
        <message>
            <source>从名单上去掉 {count} 人？</source>
            <translation>Take {count} people off the list?</translation>
        </message>
        <message>
            <source>从名单里删除“{name}”？</source>
            <translation>Remove “{name}” from the list?</translation>
        </message>
        <message>
            <source>从哪一天</source>
            <translation>From which day</translation>
        </message>
        <message>
            <source>从哪一天(&amp;B)</source>
            <translation>From which day (&amp;B)</translation>
        </message>
        <message>
            <source>从哪一格开始印</source>
            <translation>First slot</translation>
        </message>
        <message>
            <source>从哪天(&amp;B)</source>
            <translation>From (&amp;B)</translation>
        </message>
        <message>
            <source>从哪天算</source>
            <translation>Counted from</translation>
        </message>
        <message>
            <source>从哪天算起</source>
            <translation>Runs from</translation>
        </message>
        <message>
            <source>从哪天算起(&amp;B)</source>
            <translation>Runs from (&amp;B)</translation>
        </message>
        <message>
            <source>从哪天起(&amp;B)</source>
            <translation>From (&amp;B)</translation>
        </message>
        <message>
            <source>从哪天起不在岗(&amp;D)</source>
            <translation>Off the post from (&amp;D)</translation>
        </message>
        <message>
            <source>从哪天起任职(&amp;B)</source>
            <translation>In office since (&amp;B)</translation>
        </message>
        <message>
            <source>从哪天起适用(&amp;F)</source>
            <translation>Holds from (&amp;F)</translation>
        </message>
        <message>
            <source>从哪格印(&amp;G)</source>
            <translation>Start at slot (&amp;G)</translation>
        </message>
        <message>
            <source>从备份恢复</source>
            <translation>Restore from a backup</translation>
        </message>
        <message>
            <source>从备份恢复(&amp;R)…</source>
            <translation>&amp;Restore from a backup…</translation>
        </message>
        <message>
            <source>从备份接过来(&amp;B)…</source>
            <translation>Take over from a &amp;backup…</translation>
        </message>
        <message>
            <source>从头量（不带现在的校准）</source>
            <translation>From the beginning (without the present calibration)</translation>
        </message>
        <message>
            <source>从居民、队伍、志愿者里选，或把现成的名单粘贴进来；也可以先打空白签到表。</source>
            <translation>Choose among residents, teams and volunteers, or paste a list; or print an empty sheet to sign first.</translation>
        </message>
        <message>
            <source>从居民中选</source>
            <translation>From the residents</translation>
        </message>
        <message>
            <source>从居民中选(&amp;L)…</source>
            <translation>Choose from residents (&amp;L)…</translation>
        </message>
        <message>
            <source>从居民中选(&amp;P)…</source>
            <translation>Choose from residents (&amp;P)…</translation>
        </message>
        <message>
            <source>从居民中选(&amp;R)…</source>
            <translation>Choose a &amp;resident…</translation>
        </message>
        <message>
            <source>从居民中选的可以不填</source>
            <translation>May stay empty for a resident</translation>
        </message>
        <message>
            <source>从居民中选的可以不填，用台账里的电话</source>
            <translation>may stay empty for a resident, whose phone is in the ledger</translation>
        </message>
        <message>
            <source>从星期一到星期日，大字，贴在门口；不写个人电话。</source>
            <translation>Monday to Sunday in large type for the door; without personal phones.</translation>
        </message>
        <message>
            <source>从最后一张印起</source>
            <translation>from the last sheet</translation>
        </message>
        <message>
            <source>从未登录</source>
            <translation>never signed in</translation>
        </message>
        <message>
            <source>从现有的表格（xlsx、xls、ods、csv）导入居民</source>
            <translation>Bring in residents from a workbook you have (xlsx, xls, ods, csv)</translation>
        </message>
        <message>
            <source>从第</source>
            <translation>From sheet</translation>
        </message>
        <message>
            <source>从第 {start} 格开始，每张 {slots} 格。</source>
            <translation>From slot {start}, {slots} slots to a sheet.</translation>
        </message>
        <message>
            <source>从第一张印起</source>
            <translation>from the first sheet</translation>
        </message>
        <message>
            <source>从第几格开始印</source>
            <translation>First slot</translation>
        </message>
        <message>
            <source>从这一天起不再发；还在发的留空</source>
            <translation>not paid from this day on; empty while it is paid</translation>
        </message>
        <message>
            <source>从这一天起按新的算，可以填过去的日期；这一天以前的卡和记录仍按旧的说。</source>
            <translation>The new state counts from this day, which may be past; cards and records before it still say the old one.</translation>
        </message>
        <message>
            <source>从这一天起算答复期限。{source}</source>
            <translation>The time to answer counts from this day. {source}</translation>
        </message>
        <message>
            <source>从这天起是接任的人；原来的人最后一天是前一天</source>
            <translation>The successor serves from this day; the last day of the predecessor is the day before</translation>
        </message>
        <message>
            <source>代办</source>
            <translation>Matters</translation>
        </message>
        <message>
            <source>代办事项</source>
            <translation>Matters done for people</translation>
        </message>
        <message>
            <source>代办事项(&amp;A)…</source>
            <translation>M&amp;atters done for people…</translation>
        </message>
        <message>
            <source>代办什么</source>
            <translation>What is to be done</translation>
        </message>
        <message>
            <source>代办什么(&amp;Y)</source>
            <translation>What is to be done (&amp;Y)</translation>
        </message>
        <message>
            <source>代办回执</source>
            <translation>Receipt of a matter</translation>
        </message>
        <message>
            <source>代办登记簿（{which}）</source>
            <translation>Register of matters ({which})</translation>
        </message>
        <message>
            <source>代办目录(&amp;M)</source>
            <translation>Directory (&amp;M)…</translation>
        </message>
        <message>
            <source>代字(&amp;D)</source>
            <translation>Short name (&amp;D)</translation>
        </message>
        <message>
            <source>代替程序生成的文书（已经签字盖章）</source>
            <translation>Stands for the generated document (signed and sealed)</translation>
        </message>
        <message>
            <source>代理人</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>代理人 {name}</source>
            <translation>Agent {name}</translation>
        </message>
        <message>
            <source>代理人住址</source>
            <translation>Agent's address</translation>
        </message>
        <message>
            <source>代理人姓名(&amp;A)</source>
            <translation>&amp;Agent's name</translation>
        </message>
        <message>
            <source>代理人电话(&amp;P)</source>
            <translation>Agent's &amp;phone</translation>
        </message>
        <message>
            <source>代理人证件号码</source>
            <translation>Agent's document number</translation>
        </message>
        <message>
            <source>代理权限(&amp;Q)</source>
            <translation>Powers (&amp;Q)</translation>
        </message>
        <message>
            <source>代码</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>代码(&amp;D)</source>
            <translation>Co&amp;de</translation>
        </message>
        <message>
            <source>代表(&amp;W)</source>
            <translation>Representative (&amp;W)</translation>
        </message>
        <message>
            <source>代表人</source>
            <translation>Representative</translation>
        </message>
        <message>
            <source>代金券</source>
            <translation>Voucher</translation>
        </message>
        <message>
            <source>代金券(&amp;Q)</source>
            <translation>Vouchers (&amp;Q)</translation>
        </message>
        <message>
            <source>代金券(&amp;Q)…</source>
            <translation>Vouchers (&amp;Q)…</translation>
        </message>
        <message>
            <source>代金券台账（{which}）</source>
            <translation>Vouchers ({which})</translation>
        </message>
        <message>
            <source>以 一、 （一） 1. 开头的行是小标题；□ 是要打勾的方框；附件：名称 另起附件</source>
            <translation>A line beginning 一、 （一） or 1. is a heading; □ is a box to tick; 附件： name begins an attachment</translation>
        </message>
        <message>
            <source>以下 {count} 人以前已经彻底删除，又从备份或交换文件里带了回来。再次删除不能撤销。</source>
            <translation>These {count} people were erased for good and came back with a backup or an exchange file. Erasing again cannot be undone.</translation>
        </message>
        <message>
            <source>以前写错了，这次只是更正，不记入沿革</source>
            <translation>It was written wrongly; this only corrects it and is not part of the history</translation>
        </message>
        <message>
            <source>以前已经开始的，仍按原来的期限；改期限就写开始用新期限的那天</source>
            <translation>What began before keeps its limit; for another limit write the day from which it holds</translation>
        </message>
        <message>
            <source>以前的也列出</source>
            <translation>With earlier ones</translation>
        </message>
        <message>
            <source>以前的版本又适用；自己添加的事项只有这一个版本的，就不再列出。可以按 Ctrl+Z 撤销。</source>
            <translation>The version before holds again; an own matter with this one version is no longer listed. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>以前谁住过的记录会一起删除，可以按 Ctrl+Z 撤销。</source>
            <translation>The records of who had them go too; Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>以后再说</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>以后再说(&amp;C)</source>
            <translation>Later (&amp;C)</translation>
        </message>
        <message>
            <source>以后可以在“打印批次”里补印背面。</source>
            <translation>The backs can be printed later under “Print runs”.</translation>
        </message>
        <message>
            <source>以后它做的文件这里读不了，也不能做文件给它。已经读入的内容不变。</source>
            <translation>Files that it makes can no longer be read here, nor files be made for it. What was taken in stays.</translation>
        </message>
        <message>
            <source>以后导入遇到这个编码，也这样换(&amp;E)</source>
            <translation>Replace this code alik&amp;e in later imports</translation>
        </message>
        <message>
            <source>以后才上岗的，写以后的日期，到那天起算</source>
            <translation>For who comes later write the later day; it counts from then</translation>
        </message>
        <message>
            <source>以后用这台打印机印卡就没有校准了。可以按 Ctrl+Z 撤销。</source>
            <translation>Cards will be printed on this printer without calibration. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>以后的节日都填了吗？要过节的人，在“人员”里打勾了吗？</source>
            <translation>Are the festivals to come filled in, and those ticked under People who keep them?</translation>
        </message>
        <message>
            <source>价格</source>
            <translation>Prices</translation>
        </message>
        <message>
            <source>价格(&amp;J)</source>
            <translation>Prices (&amp;J)</translation>
        </message>
        <message>
            <source>价格（元）</source>
            <translation>Price (yuan)</translation>
        </message>
        <message>
            <source>任期三年，可以连任；满期时会提醒</source>
            <translation>A term is three years and can be renewed; you are reminded when it ends</translation>
        </message>
        <message>
            <source>任职日期(&amp;B)</source>
            <translation>In office since (&amp;B)</translation>
        </message>
        <message>
            <source>任职时间</source>
            <translation>Term</translation>
        </message>
        <message>
            <source>份数</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>份数(&amp;N)</source>
            <translation>Copies (&amp;N)</translation>
        </message>
        <message>
            <source>休息日几人(&amp;X)</source>
            <translation>People on days off (&amp;X)</translation>
        </message>
        <message>
            <source>休息日班</source>
            <translation>Days off</translation>
        </message>
        <message>
            <source>休息日班均匀(&amp;3)</source>
            <translation>Even out days off (&amp;3)</translation>
        </message>
        <message>
            <source>会 {skill}</source>
            <translation>can do {skill}</translation>
        </message>
        <message>
            <source>会印在答复单上；没有采纳的写明为什么</source>
            <translation>Printed on the reply slip; if it was not taken up, say why</translation>
        </message>
        <message>
            <source>会留下的</source>
            <translation>What stays</translation>
        </message>
        <message>
            <source>会议、停水停电、公示、一封信：填几项就能印，文号自动编，存档可以再印</source>
            <translation>Meetings, cut-offs, publication, letters: fill in a few fields; numbers come by themselves and archive copies can be printed again</translation>
        </message>
        <message>
            <source>会议、停水停电、公示、致居民一封信都从这里写；填几项就能印，文号自动编。</source>
            <translation>Meetings, cut-offs, publications and letters to residents are written here; fill in a few fields, the number comes by itself.</translation>
        </message>
        <message>
            <source>位置</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>位置和大小</source>
            <translation>Place and size</translation>
        </message>
        <message>
            <source>位置：{path}</source>
            <translation>Place: {path}</translation>
        </message>
        <message>
            <source>位置：{path}。里面有完整号码，交给本人后请删除这个文件。</source>
            <translation>Place: {path}. It holds full numbers: delete the file when the person has it.</translation>
        </message>
        <message>
            <source>低保、救助、补贴：谁在享受，哪些要复核</source>
            <translation>Low income, aid, allowances: who gets them, and which need a review</translation>
        </message>
        <message>
            <source>住</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>住出租房屋</source>
            <translation>In a rented dwelling</translation>
        </message>
        <message>
            <source>住址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>住址(&amp;A)</source>
            <translation>&amp;Address</translation>
        </message>
        <message>
            <source>住址(&amp;D)</source>
            <translation>A&amp;ddress</translation>
        </message>
        <message>
            <source>住址和住在那里的人不变，只去掉出租的登记。可以按 Ctrl+Z 撤销。</source>
            <translation>The address and those who live there stay; only the letting is removed. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>住址或网格</source>
            <translation>Address or grid</translation>
        </message>
        <message>
            <source>住址（整串）</source>
            <translation>Address (one string)</translation>
        </message>
        <message>
            <source>住户(&amp;L)</source>
            <translation>Househo&amp;lds</translation>
        </message>
        <message>
            <source>住房</source>
            <translation>Housing</translation>
        </message>
        <message>
            <source>住所</source>
            <translation>Dwelling</translation>
        </message>
        <message>
            <source>住所类型</source>
            <translation>Housing</translation>
        </message>
        <message>
            <source>住过的人(&amp;Y)…</source>
            <translation>Who was here (&amp;Y)…</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>Void</translation>
        </message>
        <message>
            <source>作废 {label}</source>
            <translation>Void {label}</translation>
        </message>
        <message>
            <source>作废 {number}</source>
            <translation>Void {number}</translation>
        </message>
        <message>
            <source>作废(&amp;S)</source>
            <translation>Void (&amp;S)</translation>
        </message>
        <message>
            <source>作废(&amp;W)…</source>
            <translation>&amp;Withdraw…</translation>
        </message>
        <message>
            <source>作废(&amp;X)…</source>
            <translation>Void (&amp;X)…</translation>
        </message>
        <message>
            <source>作废信息 {number}</source>
            <translation>Void slip {number}</translation>
        </message>
        <message>
            <source>作废原因(&amp;Y)</source>
            <translation>Wh&amp;y it is void</translation>
        </message>
        <message>
            <source>作废只是登记这张卡不再有效；补打时还用原来的卡号。</source>
            <translation>Withdrawing only records that this card is no longer valid; a reprint keeps the card's number.</translation>
        </message>
        <message>
            <source>作废的原因(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>作废：{reason}</source>
            <translation>Void: {reason}</translation>
        </message>
        <message>
            <source>作用</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>使用(&amp;U)…</source>
            <translation>&amp;Use…</translation>
        </message>
        <message>
            <source>使用代金券 {number}</source>
            <translation>Use voucher {number}</translation>
        </message>
        <message>
            <source>使用单位或个人</source>
            <translation>Unit or person</translation>
        </message>
        <message>
            <source>使用日期</source>
            <translation>Used on</translation>
        </message>
        <message>
            <source>使用日期(&amp;B)</source>
            <translation>Used on (&amp;B)</translation>
        </message>
        <message>
            <source>使用约定(&amp;Y)</source>
            <translation>Terms of use (&amp;Y)</translation>
        </message>
        <message>
            <source>例如：王 宏（两个部件）、三个牛、钅部7画、hong2（拼音加声调）、12画、U+2CB4E</source>
            <translation>For example: 王 宏 (two components), 三个牛, 钅部7画, hong2 (pinyin with tone), 12画, U+2CB4E</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>依据(&amp;Y)</source>
            <translation>Source (&amp;Y)</translation>
        </message>
        <message>
            <source>便民服务网点价目表</source>
            <translation>Prices of the service points</translation>
        </message>
        <message>
            <source>便民网点</source>
            <translation>Service points</translation>
        </message>
        <message>
            <source>便民网点(&amp;M)…</source>
            <translation>Service points (&amp;M)…</translation>
        </message>
        <message>
            <source>保存(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>保存为 PDF(&amp;S)…</source>
            <translation>&amp;Save as PDF…</translation>
        </message>
        <message>
            <source>保存为常用筛选</source>
            <translation>Keep this filter</translation>
        </message>
        <message>
            <source>保存为常用筛选(&amp;F)…</source>
            <translation>Keep this &amp;filter…</translation>
        </message>
        <message>
            <source>保存到 {day}：{reason}（{account}）</source>
            <translation>kept until {day}: {reason} ({account})</translation>
        </message>
        <message>
            <source>保存到(&amp;D)</source>
            <translation>Keep until (&amp;D)</translation>
        </message>
        <message>
            <source>保存加密副本</source>
            <translation>Save an encrypted copy</translation>
        </message>
        <message>
            <source>保存加密副本(&amp;E)…</source>
            <translation>Save an &amp;encrypted copy…</translation>
        </message>
        <message>
            <source>保存并打印草稿(&amp;P)…</source>
            <translation>Save and &amp;print a draft…</translation>
        </message>
        <message>
            <source>保存并记下一条(&amp;E)</source>
            <translation>Save and &amp;enter the next</translation>
        </message>
        <message>
            <source>保存恢复码</source>
            <translation>Save the recovery code</translation>
        </message>
        <message>
            <source>保存期限</source>
            <translation>Retention</translation>
        </message>
        <message>
            <source>保存期限(&amp;T)…</source>
            <translation>Re&amp;tention…</translation>
        </message>
        <message>
            <source>保存期限的规则</source>
            <translation>Rules of retention</translation>
        </message>
        <message>
            <source>保存正在填的表</source>
            <translation>Save the form being filled in</translation>
        </message>
        <message>
            <source>保存现在的条件(&amp;S)…</source>
            <translation>Keep the pre&amp;sent conditions…</translation>
        </message>
        <message>
            <source>保存联系卡</source>
            <translation>Save contact cards</translation>
        </message>
        <message>
            <source>保存草稿(&amp;S)</source>
            <translation>&amp;Save draft</translation>
        </message>
        <message>
            <source>保存这个字(&amp;S)</source>
            <translation>&amp;Save this character</translation>
        </message>
        <message>
            <source>保存退回表</source>
            <translation>Save the returned rows</translation>
        </message>
        <message>
            <source>保存退回表(&amp;R)…</source>
            <translation>Save the &amp;returned rows…</translation>
        </message>
        <message>
            <source>保持现在的样子：{kept}。</source>
            <translation>Stays as it is: {kept}.</translation>
        </message>
        <message>
            <source>保留写好的(&amp;K)</source>
            <translation>&amp;Keep what was written</translation>
        </message>
        <message>
            <source>保留原来的</source>
            <translation>Keep what is registered</translation>
        </message>
        <message>
            <source>保留的</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>保留规则(&amp;K)…</source>
            <translation>&amp;Keep rule…</translation>
        </message>
        <message>
            <source>保留这一条</source>
            <translation>This one is kept</translation>
        </message>
        <message>
            <source>保管期限(&amp;K)</source>
            <translation>Retention class (&amp;K)</translation>
        </message>
        <message>
            <source>保障人数(&amp;H)</source>
            <translation>People covered (&amp;H)</translation>
        </message>
        <message>
            <source>信任</source>
            <translation>Trust</translation>
        </message>
        <message>
            <source>信任的电脑</source>
            <translation>Trusted computers</translation>
        </message>
        <message>
            <source>信函格式</source>
            <translation>Letter format</translation>
        </message>
        <message>
            <source>信息 {number}</source>
            <translation>Slip {number}</translation>
        </message>
        <message>
            <source>信息办理时限</source>
            <translation>Time limits of slips</translation>
        </message>
        <message>
            <source>信息反馈单</source>
            <translation>Feedback slip</translation>
        </message>
        <message>
            <source>信息员</source>
            <translation>Informant</translation>
        </message>
        <message>
            <source>信息员(&amp;N)</source>
            <translation>I&amp;nformant</translation>
        </message>
        <message>
            <source>信息员报来的五类信息，上报、反馈、按月统计和补助表</source>
            <translation>What informants report in five kinds: handing up, feedback, monthly sums and the allowance sheet</translation>
        </message>
        <message>
            <source>信息员报来的民生、经济、稳定、计生、卫生信息，登记、上报、反馈都在这里。</source>
            <translation>What informants report on livelihood, economy, stability, family planning and hygiene is entered, handed up and answered here.</translation>
        </message>
        <message>
            <source>信息员补助表</source>
            <translation>Informants' allowance sheet</translation>
        </message>
        <message>
            <source>信息报送</source>
            <translation>Information reports</translation>
        </message>
        <message>
            <source>信息报送(&amp;I)…</source>
            <translation>&amp;Information reports…</translation>
        </message>
        <message>
            <source>信息报送单</source>
            <translation>Information slip</translation>
        </message>
        <message>
            <source>信息报送按月统计</source>
            <translation>Information reports by month</translation>
        </message>
        <message>
            <source>信息报送清单（{which}）</source>
            <translation>Information reports ({which})</translation>
        </message>
        <message>
            <source>信用代码</source>
            <translation>Credit code</translation>
        </message>
        <message>
            <source>信用代码(&amp;U)</source>
            <translation>Credit code (&amp;U)</translation>
        </message>
        <message>
            <source>信访</source>
            <translation>Petitions</translation>
        </message>
        <message>
            <source>信访 {number}</source>
            <translation>Petition {number}</translation>
        </message>
        <message>
            <source>信访(&amp;X)…</source>
            <translation>Petitions (&amp;X)…</translation>
        </message>
        <message>
            <source>信访事项(&amp;M)</source>
            <translation>&amp;Matter</translation>
        </message>
        <message>
            <source>信访人</source>
            <translation>Petitioner</translation>
        </message>
        <message>
            <source>信访人(&amp;N)</source>
            <translation>Petitio&amp;ner</translation>
        </message>
        <message>
            <source>信访告知单</source>
            <translation>Notice to the petitioner</translation>
        </message>
        <message>
            <source>信访形式(&amp;K)</source>
            <translation>How it came (&amp;K)</translation>
        </message>
        <message>
            <source>信访登记</source>
            <translation>Petition entry</translation>
        </message>
        <message>
            <source>信访登记簿（{which}）</source>
            <translation>Register of petitions ({which})</translation>
        </message>
        <message>
            <source>信访答复单</source>
            <translation>Reply to the petitioner</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>修改(&amp;D)…</source>
            <translation>Change (&amp;D)…</translation>
        </message>
        <message>
            <source>修改安排(&amp;R)…</source>
            <translation>Change plan (&amp;R)…</translation>
        </message>
        <message>
            <source>修改密码(&amp;P)…</source>
            <translation>Change &amp;password…</translation>
        </message>
        <message>
            <source>修改标注</source>
            <translation>Change label</translation>
        </message>
        <message>
            <source>修改模板(&amp;E)…</source>
            <translation>Chang&amp;e template…</translation>
        </message>
        <message>
            <source>修改登录密码</source>
            <translation>Change sign-in password</translation>
        </message>
        <message>
            <source>修改登录密码(&amp;P)…</source>
            <translation>Change sign-in &amp;password…</translation>
        </message>
        <message>
            <source>修改登记(&amp;D)…</source>
            <translation>Change the entry (&amp;D)…</translation>
        </message>
        <message>
            <source>修改记录</source>
            <translation>History of changes</translation>
        </message>
        <message>
            <source>修改记录(&amp;H)</source>
            <translation>&amp;History of changes</translation>
        </message>
        <message>
            <source>修改请假</source>
            <translation>Change leave</translation>
        </message>
        <message>
            <source>修改还没有保存。要保存吗？</source>
            <translation>The changes are not saved. Save them?</translation>
        </message>
        <message>
            <source>修订</source>
            <translation>Revision</translation>
        </message>
        <message>
            <source>修订(&amp;R)…</source>
            <translation>&amp;Revise…</translation>
        </message>
        <message>
            <source>修订发文(&amp;S)…</source>
            <translation>I&amp;ssue revision…</translation>
        </message>
        <message>
            <source>修订：{kind}</source>
            <translation>Revise: {kind}</translation>
        </message>
        <message>
            <source>倍</source>
            <translation>times</translation>
        </message>
        <message>
            <source>倒过来印</source>
            <translation>Print upside down</translation>
        </message>
        <message>
            <source>值班</source>
            <translation>Duty</translation>
        </message>
        <message>
            <source>值班人员名册</source>
            <translation>List of people on duty</translation>
        </message>
        <message>
            <source>值班情况</source>
            <translation>How it went</translation>
        </message>
        <message>
            <source>值班情况(&amp;Q)</source>
            <translation>How it went (&amp;Q)</translation>
        </message>
        <message>
            <source>值班意愿</source>
            <translation>Wishes</translation>
        </message>
        <message>
            <source>值班日历{month}.ics</source>
            <translation>roster{month}.ics</translation>
        </message>
        <message>
            <source>值班电话表</source>
            <translation>Phone sheet</translation>
        </message>
        <message>
            <source>值班表</source>
            <translation>Rosters</translation>
        </message>
        <message>
            <source>值班表(&amp;Z)</source>
            <translation>Roster (&amp;Z)</translation>
        </message>
        <message>
            <source>值班表{month}.xlsx</source>
            <translation>roster{month}.xlsx</translation>
        </message>
        <message>
            <source>值班表里这个时候没有排人；到“援助站值班”里看看。</source>
            <translation>Nobody is on a roster at this time; have a look in “Duty”.</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>做什么</source>
            <translation>What for</translation>
        </message>
        <message>
            <source>做什么(&amp;M)</source>
            <translation>What for (&amp;M)</translation>
        </message>
        <message>
            <source>做什么(&amp;W)</source>
            <translation>&amp;What is to be done</translation>
        </message>
        <message>
            <source>做什么用</source>
            <translation>What it is for</translation>
        </message>
        <message>
            <source>做什么用(&amp;U)</source>
            <translation>What it is for (&amp;U)</translation>
        </message>
        <message>
            <source>做到第几步</source>
            <translation>Which step</translation>
        </message>
        <message>
            <source>做备份时的密码</source>
            <translation>Password at the time of the backup</translation>
        </message>
        <message>
            <source>做文件给「{name}」</source>
            <translation>Make a file for "{name}"</translation>
        </message>
        <message>
            <source>做文件给它(&amp;W)…</source>
            <translation>Make a file for it (&amp;W)…</translation>
        </message>
        <message>
            <source>做错了不要紧。按 Ctrl+Z，刚才登记的人就撤掉了；按 Ctrl+Y 又回来。</source>
            <translation>Mistakes do not matter. Ctrl+Z takes back whom you just entered; Ctrl+Y brings them again.</translation>
        </message>
        <message>
            <source>停发</source>
            <translation>Stopped</translation>
        </message>
        <message>
            <source>停发(&amp;E)…</source>
            <translation>Stop (&amp;E)…</translation>
        </message>
        <message>
            <source>停发(&amp;S)</source>
            <translation>&amp;Stop</translation>
        </message>
        <message>
            <source>停发原因(&amp;Y)</source>
            <translation>Wh&amp;y it stopped</translation>
        </message>
        <message>
            <source>停发日期(&amp;E)</source>
            <translation>Stopp&amp;ed on</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>Retire</translation>
        </message>
        <message>
            <source>停用(&amp;X)</source>
            <translation>Retire (&amp;X)</translation>
        </message>
        <message>
            <source>停用后不能再登录。他登记过的内容和操作记录都不变，以后可以恢复使用。</source>
            <translation>A retired account cannot sign in. What was entered and the history stay; it can be taken back later.</translation>
        </message>
        <message>
            <source>停用账号“{name}”？</source>
            <translation>Retire account "{name}"?</translation>
        </message>
        <message>
            <source>像翻书页一样，沿长边把整叠翻过来：上边还是在上面。</source>
            <translation>Turn the whole stack over along its long edge, like the page of a book: the top stays at the top.</translation>
        </message>
        <message>
            <source>像翻挂历一样，沿短边把整叠翻过来：原来的上边转到下面。</source>
            <translation>Turn the whole stack over along its short edge, like a wall calendar: what was at the top is now at the bottom.</translation>
        </message>
        <message>
            <source>元/月</source>
            <translation>Yuan a month</translation>
        </message>
        <message>
            <source>元，如 520</source>
            <translation>yuan, such as 520</translation>
        </message>
        <message>
            <source>先写上(&amp;B)</source>
            <translation>&amp;Begin with</translation>
        </message>
        <message>
            <source>先列出把握较大的 {count} 对，处理以后点“重新查找”再列出其余的。</source>
            <translation>The {count} most certain pairs are listed; when they are settled, press “Find again” for the others.</translation>
        </message>
        <message>
            <source>先在“值班”菜单的“人员”里登记能值班的人，再建立值班表：有哪些班、要几个人。</source>
            <translation>First enter who can be on duty in “People” of the menu Duty, then make a roster: which shifts, how many people.</translation>
        </message>
        <message>
            <source>先在“岗位目录”里写有哪些岗位，再登记谁认领、承诺了什么。</source>
            <translation>Write down the posts under Catalogue first, then who claimed which and pledged what.</translation>
        </message>
        <message>
            <source>先在“队伍”里登记信息员队伍，再登记他们报来的信息。</source>
            <translation>Enter the informants' team under Teams first, then what they report.</translation>
        </message>
        <message>
            <source>先在上面选一个网格</source>
            <translation>Choose a grid above first</translation>
        </message>
        <message>
            <source>先在值班表里选中要换的人，再点“换班替班”。</source>
            <translation>Select the person to be replaced in the roster first, then “Swap or stand-in”.</translation>
        </message>
        <message>
            <source>先在居民页把条件存成常用筛选，这里就能选到；一次最多 500 人</source>
            <translation>Save conditions as a kept filter on the residents page, then it can be chosen here; 500 people at most</translation>
        </message>
        <message>
            <source>先打</source>
            <translation>Call first</translation>
        </message>
        <message>
            <source>先打几张</source>
            <translation>How many first</translation>
        </message>
        <message>
            <source>先打前</source>
            <translation>Only the first</translation>
        </message>
        <message>
            <source>先打数字，再写情况，按回车到下一户</source>
            <translation>Type a figure, then what was said, Enter goes to the next door</translation>
        </message>
        <message>
            <source>先添加床位，如 敬老中心 101-125 每间 2 张，再登记谁住哪一张。</source>
            <translation>First add beds, such as Jinglao Centre, 101-125 with 2 to a room, then record who has which.</translation>
        </message>
        <message>
            <source>先添加申请人，再添加被申请人；双方都有了才能受理</source>
            <translation>Add the applicant first, then the respondent; a case can be accepted when both are there</translation>
        </message>
        <message>
            <source>先略过(&amp;K)</source>
            <translation>Leave out for now (&amp;K)</translation>
        </message>
        <message>
            <source>先略过这些人(&amp;K)</source>
            <translation>Leave these people out (&amp;K)</translation>
        </message>
        <message>
            <source>先登记党员活动室、会议室这些场地，再看哪一周谁在用。</source>
            <translation>Enter venues first, such as meeting rooms; then see who uses which in what week.</translation>
        </message>
        <message>
            <source>先空着</source>
            <translation>Leave open</translation>
        </message>
        <message>
            <source>先给打印机建一个档案，再用校准向导量一量，印卡就不偏了。</source>
            <translation>First make a profile for the printer, then measure it with the calibration guide, and cards print in place.</translation>
        </message>
        <message>
            <source>先补印背面(&amp;B)</source>
            <translation>Print the &amp;backs first</translation>
        </message>
        <message>
            <source>先补照片(&amp;A)</source>
            <translation>Mend the photos first (&amp;A)</translation>
        </message>
        <message>
            <source>党员</source>
            <translation>Party member</translation>
        </message>
        <message>
            <source>党员(&amp;P)</source>
            <translation>&amp;Party members</translation>
        </message>
        <message>
            <source>党员、帮扶人</source>
            <translation>Party members, helpers</translation>
        </message>
        <message>
            <source>党员名册</source>
            <translation>Register of party members</translation>
        </message>
        <message>
            <source>党员名册(&amp;D)…</source>
            <translation>Register of party members (&amp;D)…</translation>
        </message>
        <message>
            <source>党员备注</source>
            <translation>Party remark</translation>
        </message>
        <message>
            <source>党员情况</source>
            <translation>Party facts</translation>
        </message>
        <message>
            <source>党员是按居民资料里的“政治面貌”找的。</source>
            <translation>Party members are found by “Political status” in the residents' data.</translation>
        </message>
        <message>
            <source>党员管理方式</source>
            <translation>How the party member is led</translation>
        </message>
        <message>
            <source>党员认领岗位</source>
            <translation>Party member's volunteer post</translation>
        </message>
        <message>
            <source>党支部</source>
            <translation>Party branch</translation>
        </message>
        <message>
            <source>入住</source>
            <translation>Move in</translation>
        </message>
        <message>
            <source>入住(&amp;R)…</source>
            <translation>Move in (&amp;R)…</translation>
        </message>
        <message>
            <source>入住人</source>
            <translation>Who has it</translation>
        </message>
        <message>
            <source>入住人(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>入住日期</source>
            <translation>Moved in</translation>
        </message>
        <message>
            <source>入住日期(&amp;B)</source>
            <translation>Moved in (&amp;B)</translation>
        </message>
        <message>
            <source>入住资料</source>
            <translation>Who has the bed</translation>
        </message>
        <message>
            <source>入住资料(&amp;R)…</source>
            <translation>Edit who has it (&amp;R)…</translation>
        </message>
        <message>
            <source>入党日期</source>
            <translation>Joined the party</translation>
        </message>
        <message>
            <source>入已有的户</source>
            <translation>Existing household</translation>
        </message>
        <message>
            <source>全社区</source>
            <translation>Whole community</translation>
        </message>
        <message>
            <source>全选</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>全部事项</source>
            <translation>All matters</translation>
        </message>
        <message>
            <source>全部人口</source>
            <translation>All people</translation>
        </message>
        <message>
            <source>全部人员</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <source>全部住房</source>
            <translation>All housing</translation>
        </message>
        <message>
            <source>全部保留原来的(&amp;O)</source>
            <translation>Keep everything registered (&amp;O)</translation>
        </message>
        <message>
            <source>全部值班表</source>
            <translation>All rosters</translation>
        </message>
        <message>
            <source>全部做完</source>
            <translation>All done</translation>
        </message>
        <message>
            <source>全部党员</source>
            <translation>All party members</translation>
        </message>
        <message>
            <source>全部养老机构</source>
            <translation>All care homes</translation>
        </message>
        <message>
            <source>全部到期的（含继续保存的）</source>
            <translation>All that are due, kept ones too</translation>
        </message>
        <message>
            <source>全部单元</source>
            <translation>All units</translation>
        </message>
        <message>
            <source>全部去掉(&amp;D)</source>
            <translation>Remove all (&amp;D)</translation>
        </message>
        <message>
            <source>全部在住居民</source>
            <translation>All present residents</translation>
        </message>
        <message>
            <source>全部场地</source>
            <translation>All venues</translation>
        </message>
        <message>
            <source>全部层级</source>
            <translation>All levels</translation>
        </message>
        <message>
            <source>全部岗位</source>
            <translation>All posts</translation>
        </message>
        <message>
            <source>全部床位</source>
            <translation>All beds</translation>
        </message>
        <message>
            <source>全部形式</source>
            <translation>All ways</translation>
        </message>
        <message>
            <source>全部待遇</source>
            <translation>All benefits</translation>
        </message>
        <message>
            <source>全部情况</source>
            <translation>All states</translation>
        </message>
        <message>
            <source>全部打勾(&amp;A)</source>
            <translation>Tick &amp;all</translation>
        </message>
        <message>
            <source>全部按值班表登记(&amp;A)</source>
            <translation>Enter &amp;all by the roster</translation>
        </message>
        <message>
            <source>全部支部</source>
            <translation>All branches</translation>
        </message>
        <message>
            <source>全部改用表里的(&amp;T)</source>
            <translation>&amp;Take everything from the sheet</translation>
        </message>
        <message>
            <source>全部来源</source>
            <translation>All sources</translation>
        </message>
        <message>
            <source>全部来访</source>
            <translation>All visitors</translation>
        </message>
        <message>
            <source>全部标签</source>
            <translation>All tags</translation>
        </message>
        <message>
            <source>全部案子</source>
            <translation>All cases</translation>
        </message>
        <message>
            <source>全部楼栋</source>
            <translation>All buildings</translation>
        </message>
        <message>
            <source>全部版本</source>
            <translation>All versions</translation>
        </message>
        <message>
            <source>全部状态</source>
            <translation>All states</translation>
        </message>
        <message>
            <source>全部班次</source>
            <translation>All shifts</translation>
        </message>
        <message>
            <source>全部的卡</source>
            <translation>All cards</translation>
        </message>
        <message>
            <source>全部种类</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>全部站点</source>
            <translation>All stations</translation>
        </message>
        <message>
            <source>全部签到(&amp;A)</source>
            <translation>&amp;All signed in</translation>
        </message>
        <message>
            <source>全部类别</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>全部类型</source>
            <translation>All kinds</translation>
        </message>
        <message>
            <source>全部结果</source>
            <translation>All results</translation>
        </message>
        <message>
            <source>全部网格</source>
            <translation>All grids</translation>
        </message>
        <message>
            <source>全部自动列宽(&amp;A)</source>
            <translation>&amp;All automatic</translation>
        </message>
        <message>
            <source>全部调解组</source>
            <translation>All groups</translation>
        </message>
        <message>
            <source>全部账号</source>
            <translation>All accounts</translation>
        </message>
        <message>
            <source>全部走访</source>
            <translation>All visits</translation>
        </message>
        <message>
            <source>全部进度</source>
            <translation>All stages</translation>
        </message>
        <message>
            <source>全部都要有</source>
            <translation>all of them are needed</translation>
        </message>
        <message>
            <source>全部隐去</source>
            <translation>hidden altogether</translation>
        </message>
        <message>
            <source>全部领用</source>
            <translation>All issued</translation>
        </message>
        <message>
            <source>全部，含以前的</source>
            <translation>All, former ones too</translation>
        </message>
        <message>
            <source>全部，含作废的</source>
            <translation>All, void ones too</translation>
        </message>
        <message>
            <source>全部，含停用的</source>
            <translation>All, with those no longer in use</translation>
        </message>
        <message>
            <source>全部，含已离岗的</source>
            <translation>All, those who left too</translation>
        </message>
        <message>
            <source>全部，含已离开的</source>
            <translation>All, with those who left</translation>
        </message>
        <message>
            <source>全部，含已离队的</source>
            <translation>All, those who left too</translation>
        </message>
        <message>
            <source>全部，含已解散的</source>
            <translation>All, dissolved ones too</translation>
        </message>
        <message>
            <source>八样都会了：查找、看卡、登记、撤销、导入、打卡、备份、帮助。想再练就接着练；不练了点“结束练习”，练习的资料全部扔掉。</source>
            <translation>You know all eight: find, see a card, enter, undo, import, print, back up, help. Go on practising, or press “End practice” and all of it is thrown away.</translation>
        </message>
        <message>
            <source>公布</source>
            <translation>Publish</translation>
        </message>
        <message>
            <source>公布(&amp;G)…</source>
            <translation>Publish (&amp;G)…</translation>
        </message>
        <message>
            <source>公布{month}？</source>
            <translation>Publish {month}?</translation>
        </message>
        <message>
            <source>公布以后不能直接改，只能登记换班替班。可以按 Ctrl+Z 撤销。</source>
            <translation>Once published it changes by swaps and stand-ins only. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>公布以后谁替谁、谁和谁换，谁同意的</source>
            <translation>Who stood in for whom or swapped since it was published, and who agreed</translation>
        </message>
        <message>
            <source>公示人员</source>
            <translation>People on the board</translation>
        </message>
        <message>
            <source>公示栏</source>
            <translation>Boards</translation>
        </message>
        <message>
            <source>公示栏(&amp;B)…</source>
            <translation>&amp;Boards…</translation>
        </message>
        <message>
            <source>公示栏上新增或更新了 {count} 人。</source>
            <translation>{count} people were added to the board or brought up to date.</translation>
        </message>
        <message>
            <source>公示栏上有党员的姓名、照片、认领岗位和电话。网格长、联络员和民警取自网格资料。</source>
            <translation>The board shows party members with name, photo, volunteer post and phone. Grid leader, liaison and police officer come from the grid.</translation>
        </message>
        <message>
            <source>公示栏上的一位</source>
            <translation>Someone on the board</translation>
        </message>
        <message>
            <source>公示要有公示权限才能印，名单遮盖姓名</source>
            <translation>Publications need the right to post; names on lists are masked</translation>
        </message>
        <message>
            <source>六大员、党员设岗、志愿岗：承诺书、践诺、公示，工作职责</source>
            <translation>Six members, posts of party members, volunteers: pledges, keeping, publication, duties</translation>
        </message>
        <message>
            <source>六大员、无职党员设岗、志愿岗：写上名称、职责和需要几人。</source>
            <translation>Six members, posts of party members without office, volunteers: name, duties and how many are needed.</translation>
        </message>
        <message>
            <source>共</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>共 {count} {unit}。</source>
            <translation>{count} {unit}.</translation>
        </message>
        <message>
            <source>共 {count} 个</source>
            <translation>{count} in all</translation>
        </message>
        <message>
            <source>共 {count} 个。</source>
            <translation>{count} in all.</translation>
        </message>
        <message>
            <source>共 {count} 个岗位，还缺 {missing} 人。</source>
            <translation>{count} posts, {missing} people missing.</translation>
        </message>
        <message>
            <source>共 {count} 个站点。站点的人员在“工作人员”里登记。</source>
            <translation>{count} stations. Their people are recorded under “Staff”.</translation>
        </message>
        <message>
            <source>共 {count} 个网格</source>
            <translation>{count} grids</translation>
        </message>
        <message>
            <source>共 {count} 个：</source>
            <translation>{count} in all: </translation>
        </message>
        <message>
            <source>共 {count} 人</source>
            <translation>{count} people</translation>
        </message>
        <message>
            <source>共 {count} 人。选中后点“恢复”，资料会原样回到台账。</source>
            <translation>{count} people. Select and press “Restore”: everything returns to the ledger as it was.</translation>
        </message>
        <message>
            <source>共 {count} 人次。</source>
            <translation>{count} stays.</translation>
        </message>
        <message>
            <source>共 {count} 人次认领。</source>
            <translation>{count} claims.</translation>
        </message>
        <message>
            <source>共 {count} 人，按台签的次序排列。</source>
            <translation>{count} people, in the order of the desk signs.</translation>
        </message>
        <message>
            <source>共 {count} 件</source>
            <translation>{count} in all</translation>
        </message>
        <message>
            <source>共 {count} 件。</source>
            <translation>{count} in all.</translation>
        </message>
        <message>
            <source>共 {count} 件，没有办结 {waiting} 件，其中超过期限 {late} 件。</source>
            <translation>{count} in all, {waiting} open, {late} of them overdue.</translation>
        </message>
        <message>
            <source>共 {count} 件，还没有办完 {waiting} 件。</source>
            <translation>{count} in all, {waiting} not done yet.</translation>
        </message>
        <message>
            <source>共 {count} 份。</source>
            <translation>{count} in all.</translation>
        </message>
        <message>
            <source>共 {count} 份问卷。</source>
            <translation>{count} surveys.</translation>
        </message>
        <message>
            <source>共 {count} 处。</source>
            <translation>{count} places.</translation>
        </message>
        <message>
            <source>共 {count} 处修改，最近的在前。证件号码和电话不完整显示。</source>
            <translation>{count} changes, the latest first. Document numbers and phones are not shown in full.</translation>
        </message>
        <message>
            <source>共 {count} 对可能是同一人，请逐对比对；合并以后还可以撤回。</source>
            <translation>{count} pairs may be the same person. Compare them one by one; a merge can be taken back later.</translation>
        </message>
        <message>
            <source>共 {count} 对，{helpers} 位党员或帮扶人。</source>
            <translation>{count} pairings, {helpers} party members or helpers.</translation>
        </message>
        <message>
            <source>共 {count} 对，查重时不再提出。</source>
            <translation>{count} pairs; they are not named as duplicates any more.</translation>
        </message>
        <message>
            <source>共 {count} 张。</source>
            <translation>{count} sheets in all.</translation>
        </message>
        <message>
            <source>共 {count} 批，{waiting} 批还没有印完。</source>
            <translation>{count} runs, {waiting} of them not finished.</translation>
        </message>
        <message>
            <source>共 {count} 条。</source>
            <translation>{count} in all.</translation>
        </message>
        <message>
            <source>共 {count} 次 {people} 人，还没办结 {waiting} 件。</source>
            <translation>{count} visits, {people} people, {waiting} not settled yet.</translation>
        </message>
        <message>
            <source>共 {count} 次。</source>
            <translation>{count} visits.</translation>
        </message>
        <message>
            <source>共 {count} 次发卡，最近的在前。</source>
            <translation>{count} cards issued, the latest first.</translation>
        </message>
        <message>
            <source>共 {count} 次合并，最近的在前；每一次都可以整个或部分撤回。</source>
            <translation>{count} merges, the latest first; each can be taken back whole or in part.</translation>
        </message>
        <message>
            <source>共 {count} 次，还没有办完的 {open} 件。</source>
            <translation>{count} times, {open} still to be done.</translation>
        </message>
        <message>
            <source>共 {count} 项</source>
            <translation>{count} in all</translation>
        </message>
        <message>
            <source>共 {count} 项。</source>
            <translation>{count} benefits.</translation>
        </message>
        <message>
            <source>共 {count} 项，每月 {amount} 元。</source>
            <translation>{count} benefits, {amount} yuan a month.</translation>
        </message>
        <message>
            <source>共 {homes} 户 {rooms} 间 {people} 人</source>
            <translation>{homes} dwellings, {rooms} rooms, {people} people</translation>
        </message>
        <message>
            <source>共 {people} 人，{households} 户</source>
            <translation>{people} people, {households} households</translation>
        </message>
        <message>
            <source>共 {rooms} 间，添加 {beds} 张床位。</source>
            <translation>{rooms} rooms; {beds} beds will be added.</translation>
        </message>
        <message>
            <source>共 {shifts} 班，{people} 人次。</source>
            <translation>{shifts} shifts, {people} turns.</translation>
        </message>
        <message>
            <source>共 {teams} 支队伍，{people} 人次。</source>
            <translation>{teams} teams, {people} memberships.</translation>
        </message>
        <message>
            <source>共 {total} 张：已印 {printed} 张，待印 {waiting} 张，不印 {left_out} 张。</source>
            <translation>{total} cards: {printed} printed, {waiting} waiting, {left_out} left out.</translation>
        </message>
        <message>
            <source>共 {total} 条：{kinds}。没有报送的 {silent} 人。</source>
            <translation>{total} slips: {kinds}. {silent} people sent none.</translation>
        </message>
        <message>
            <source>关爱标签</source>
            <translation>Care tags</translation>
        </message>
        <message>
            <source>关系</source>
            <translation>Relation</translation>
        </message>
        <message>
            <source>关系所在党组织</source>
            <translation>Affiliated with</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>关闭(&amp;C)</source>
            <translation>&amp;Close</translation>
        </message>
        <message>
            <source>关闭窗口</source>
            <translation>Close the window</translation>
        </message>
        <message>
            <source>其中 {count} 张的住户已经不在，只要收回。</source>
            <translation> For {count} of them the household is gone; just collect the cards.</translation>
        </message>
        <message>
            <source>其中 {count} 户的单子还没收回：{named}{more}。</source>
            <translation>Sheets of {count} households are still out: {named}{more}.</translation>
        </message>
        <message>
            <source>其中重复信访 {count} 件</source>
            <translation>{count} of them repeated</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>其他(&amp;O)</source>
            <translation>&amp;Others</translation>
        </message>
        <message>
            <source>其他人(&amp;J)…</source>
            <translation>Somebody else (&amp;J)…</translation>
        </message>
        <message>
            <source>其他大小</source>
            <translation>Another size</translation>
        </message>
        <message>
            <source>其他大小…</source>
            <translation>Another size…</translation>
        </message>
        <message>
            <source>其他证件</source>
            <translation>Other documents</translation>
        </message>
        <message>
            <source>其他颜色…</source>
            <translation>Another colour…</translation>
        </message>
        <message>
            <source>其余 {count} 张在“打印批次”里待印。</source>
            <translation> The other {count} wait under “Print runs”.</translation>
        </message>
        <message>
            <source>养老床位</source>
            <translation>Care beds</translation>
        </message>
        <message>
            <source>养老床位(&amp;B)…</source>
            <translation>Care &amp;beds…</translation>
        </message>
        <message>
            <source>养老床位表</source>
            <translation>Care beds</translation>
        </message>
        <message>
            <source>养老机构</source>
            <translation>Care home</translation>
        </message>
        <message>
            <source>养老机构(&amp;N)</source>
            <translation>Care home (&amp;N)</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Content</translation>
        </message>
        <message>
            <source>内容(&amp;E)</source>
            <translation>Cont&amp;ent</translation>
        </message>
        <message>
            <source>内容(&amp;M)</source>
            <translation>Content (&amp;M)</translation>
        </message>
        <message>
            <source>内容(&amp;N)</source>
            <translation>Co&amp;ntent</translation>
        </message>
        <message>
            <source>内容(&amp;Q)</source>
            <translation>Content (&amp;Q)</translation>
        </message>
        <message>
            <source>内容已变，宜换卡</source>
            <translation>Content changed, renew</translation>
        </message>
        <message>
            <source>内容已按规定删除</source>
            <translation>The content was deleted as the rules ask</translation>
        </message>
        <message>
            <source>再印一次背面(&amp;P)</source>
            <translation>&amp;Print the backs once more</translation>
        </message>
        <message>
            <source>再印一次背面。先翻面：</source>
            <translation>The backs once more. Turn the paper first:</translation>
        </message>
        <message>
            <source>再打一份(&amp;P)</source>
            <translation>&amp;Print again</translation>
        </message>
        <message>
            <source>再打一次(&amp;P)</source>
            <translation>&amp;Print once more</translation>
        </message>
        <message>
            <source>再来一个</source>
            <translation>Duplicate</translation>
        </message>
        <message>
            <source>再次删除</source>
            <translation>Erase again</translation>
        </message>
        <message>
            <source>再走访(&amp;W)…</source>
            <translation>Visit again (&amp;W)…</translation>
        </message>
        <message>
            <source>再输一次(&amp;R)</source>
            <translation>&amp;Repeat it</translation>
        </message>
        <message>
            <source>写上星期几、几点、谁接待；遇到放假自动顺延，门口的通知一按就有。</source>
            <translation>Write the days, the hours and who receives; holidays move days by themselves and the door notice is one press away.</translation>
        </message>
        <message>
            <source>写了用途，电话才完整印出来；用途会记下来</source>
            <translation>With a purpose phones are printed in full; the purpose is recorded</translation>
        </message>
        <message>
            <source>写在格子下面的一句话，可以空着</source>
            <translation>A sentence under the field, may stay empty</translation>
        </message>
        <message>
            <source>写好以后案件的内容变了：
{what}</source>
            <translation>The case has changed since this was written:
{what}</translation>
        </message>
        <message>
            <source>写姓名，或从居民中选</source>
            <translation>type a name or choose from the residents</translation>
        </message>
        <message>
            <source>写字的方格</source>
            <translation>Square to draw in</translation>
        </message>
        <message>
            <source>写明了，这个人要求删除资料时才能一起删掉</source>
            <translation>Say whose it is, so that it can go when that person asks for deletion</translation>
        </message>
        <message>
            <source>写明原因，印在补助表上</source>
            <translation>Say why; it is printed on the allowance sheet</translation>
        </message>
        <message>
            <source>写明法律、文件的名称和条款，或者谁在什么时候定的</source>
            <translation>Name the law or document with its article, or who decided it and when</translation>
        </message>
        <message>
            <source>写调解记录和协议时，点“常用语”就能放进去，再改成这件事的说法。</source>
            <translation>While writing records and agreements, “Phrases” puts one in; then change it to fit.</translation>
        </message>
        <message>
            <source>冲突(&amp;C)…</source>
            <translation>&amp;Conflicts…</translation>
        </message>
        <message>
            <source>冲突全部列出，其他每类只列前面一些。</source>
            <translation>All conflicts are listed, of the rest only the first ones.</translation>
        </message>
        <message>
            <source>决定</source>
            <translation>Decide</translation>
        </message>
        <message>
            <source>几个人用、隔开</source>
            <translation>Several people separated by 、</translation>
        </message>
        <message>
            <source>几个人用顿号隔开</source>
            <translation>Several people separated by 、</translation>
        </message>
        <message>
            <source>几个人用顿号隔开；没有到场的删去</source>
            <translation>Several people separated by 、; take out who did not come</translation>
        </message>
        <message>
            <source>几个人轮流就写几个，用顿号隔开；轮到谁，按接待日一天一天往下排。</source>
            <translation>Separate several names with 、; turns go from one reception day to the next.</translation>
        </message>
        <message>
            <source>几个号码用、隔开</source>
            <translation>separate several numbers by 、</translation>
        </message>
        <message>
            <source>几份；没有发的留空</source>
            <translation>How many; empty if none were handed out</translation>
        </message>
        <message>
            <source>几列</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>几天内</source>
            <translation>Within days</translation>
        </message>
        <message>
            <source>几天演练一次恢复(&amp;R)</source>
            <translation>&amp;Rehearse a restore every … days</translation>
        </message>
        <message>
            <source>几岁起</source>
            <translation>From age</translation>
        </message>
        <message>
            <source>几栋楼之间用顿号隔开，也可以写到单元；以后登记到那里的住户会自动归入本网格。</source>
            <translation>Separate buildings with 、, units may be named too; whoever is entered there later joins this grid by itself.</translation>
        </message>
        <message>
            <source>几点发出的通知</source>
            <translation>When the call went out</translation>
        </message>
        <message>
            <source>出具</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>出具(&amp;F)…</source>
            <translation>Issue (&amp;F)…</translation>
        </message>
        <message>
            <source>出具人</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>出具以后内容不再改变；写错了可以更正出具，原来的一稿留着。</source>
            <translation>Once issued it does not change; a mistake is corrected by a new version, the old one is kept.</translation>
        </message>
        <message>
            <source>出具前必须填写</source>
            <translation>Required before it is issued</translation>
        </message>
        <message>
            <source>出具后编号不能收回，也不再改；请先核对时长</source>
            <translation>Once issued the number is not taken back and nothing changes; please check the hours first</translation>
        </message>
        <message>
            <source>出具志愿服务证明</source>
            <translation>Issue a certificate of volunteer service</translation>
        </message>
        <message>
            <source>出具日期</source>
            <translation>Issued on</translation>
        </message>
        <message>
            <source>出具证明(&amp;N)…</source>
            <translation>Issue a certificate (&amp;N)…</translation>
        </message>
        <message>
            <source>出去 {days} 天了</source>
            <translation>Out for {days} days</translation>
        </message>
        <message>
            <source>出生日期</source>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>出生日期(&amp;B)</source>
            <translation>Date of &amp;birth</translation>
        </message>
        <message>
            <source>出租</source>
            <translation>Let</translation>
        </message>
        <message>
            <source>出租房屋</source>
            <translation>Rented dwellings</translation>
        </message>
        <message>
            <source>出租房屋(&amp;T)…</source>
            <translation>Ren&amp;ted dwellings…</translation>
        </message>
        <message>
            <source>出租房屋台账</source>
            <translation>Register of rented dwellings</translation>
        </message>
        <message>
            <source>出租房编号</source>
            <translation>Rental number</translation>
        </message>
        <message>
            <source>出租编号</source>
            <translation>Rental number</translation>
        </message>
        <message>
            <source>出租编号(&amp;N)</source>
            <translation>Rental &amp;number</translation>
        </message>
        <message>
            <source>出纸盒没有放好</source>
            <translation>The output tray is not in place</translation>
        </message>
        <message>
            <source>出纸盒满了，请取走</source>
            <translation>The output tray is full; please empty it</translation>
        </message>
        <message>
            <source>分出的成员(&amp;F)</source>
            <translation>Members who leave (&amp;F)</translation>
        </message>
        <message>
            <source>分工(&amp;D)</source>
            <translation>&amp;Duty</translation>
        </message>
        <message>
            <source>分开</source>
            <translation>Kept apart</translation>
        </message>
        <message>
            <source>分户</source>
            <translation>Split household</translation>
        </message>
        <message>
            <source>分户(&amp;F)…</source>
            <translation>Split o&amp;ff…</translation>
        </message>
        <message>
            <source>分钟，从通知到人到齐</source>
            <translation>minutes from the call until all were there</translation>
        </message>
        <message>
            <source>划入日期</source>
            <translation>Joined on</translation>
        </message>
        <message>
            <source>划到(&amp;G)</source>
            <translation>Move to (&amp;G)</translation>
        </message>
        <message>
            <source>划到(&amp;M)…</source>
            <translation>&amp;Move to…</translation>
        </message>
        <message>
            <source>划到另一个网格</source>
            <translation>Move to another grid</translation>
        </message>
        <message>
            <source>划给新网格的(&amp;L)</source>
            <translation>What goes to the new grid (&amp;L)</translation>
        </message>
        <message>
            <source>划过去(&amp;S)</source>
            <translation>Move (&amp;S)</translation>
        </message>
        <message>
            <source>列与排序</source>
            <translation>Columns and order</translation>
        </message>
        <message>
            <source>列入培训台账：{kind}，{count} 人次(&amp;T)</source>
            <translation>Enter into &amp;the training ledger: {kind}, {count} people</translation>
        </message>
        <message>
            <source>列出哪些</source>
            <translation>What is listed</translation>
        </message>
        <message>
            <source>列宽(&amp;W)</source>
            <translation>Column &amp;widths</translation>
        </message>
        <message>
            <source>列的对应</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>列表</source>
            <translation>List</translation>
        </message>
        <message>
            <source>列表(&amp;E)</source>
            <translation>List (&amp;E)</translation>
        </message>
        <message>
            <source>列间隔</source>
            <translation>Gap between columns</translation>
        </message>
        <message>
            <source>初始密码(&amp;P)</source>
            <translation>First &amp;password</translation>
        </message>
        <message>
            <source>删去 {year} 年的民族节日？</source>
            <translation>Delete the ethnic festivals of {year}?</translation>
        </message>
        <message>
            <source>删去“{title}”从 {day} 起的这个版本？</source>
            <translation>Remove this version of “{title}”, from {day} on?</translation>
        </message>
        <message>
            <source>删去填写的(&amp;X)</source>
            <translation>Remove own entry (&amp;X)</translation>
        </message>
        <message>
            <source>删去这一年(&amp;X)</source>
            <translation>Delete this year (&amp;X)</translation>
        </message>
        <message>
            <source>删去这个版本(&amp;X)</source>
            <translation>Remove this version (&amp;X)</translation>
        </message>
        <message>
            <source>删去这里填写的 {year} 年节假日？</source>
            <translation>Remove the holidays entered for {year}?</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>删除 {day} {hours} 的班次？</source>
            <translation>Delete the shift of {day} {hours}?</translation>
        </message>
        <message>
            <source>删除 {day} {shift}的交接班记录？</source>
            <translation>Remove the hand-over record of {shift} on {day}?</translation>
        </message>
        <message>
            <source>删除 {day} “{name}”来访的记录？</source>
            <translation>Delete the visit of “{name}” on {day}?</translation>
        </message>
        <message>
            <source>删除 {day} 的“{topic}”？</source>
            <translation>Delete “{topic}” of {day}?</translation>
        </message>
        <message>
            <source>删除 {day} 的排查记录？</source>
            <translation>Remove the sweep of {day}?</translation>
        </message>
        <message>
            <source>删除 {day} 走访“{whom}”的记录？</source>
            <translation>Delete the visit to “{whom}” of {day}?</translation>
        </message>
        <message>
            <source>删除 {name} {day} 的 {hours} 小时？</source>
            <translation>Remove the {hours} hours of {name} on {day}?</translation>
        </message>
        <message>
            <source>删除 {name} {day} 的这一条？</source>
            <translation>Remove this entry of {name} of {day}?</translation>
        </message>
        <message>
            <source>删除(&amp;X)</source>
            <translation>Delete (&amp;X)</translation>
        </message>
        <message>
            <source>删除(&amp;X)…</source>
            <translation>Delete (&amp;X)…</translation>
        </message>
        <message>
            <source>删除{name}的草稿？</source>
            <translation>Discard the draft of {name}?</translation>
        </message>
        <message>
            <source>删除“{name}”{post}的记录？</source>
            <translation>Delete the record of “{name}” as {post}?</translation>
        </message>
        <message>
            <source>删除“{name}”从 {day} 起的请假？</source>
            <translation>Remove the leave of “{name}” from {day}?</translation>
        </message>
        <message>
            <source>删除“{name}”最近的一份告知书记录？</source>
            <translation>Delete the latest notice of "{name}"?</translation>
        </message>
        <message>
            <source>删除“{name}”的这一对？</source>
            <translation>Delete this pairing of “{name}”?</translation>
        </message>
        <message>
            <source>删除“{name}”的这一条？</source>
            <translation>Delete this benefit of “{name}”?</translation>
        </message>
        <message>
            <source>删除“{name}”认领“{post}”的记录？</source>
            <translation>Delete the claim of “{name}” on “{post}”?</translation>
        </message>
        <message>
            <source>删除“{name}”？</source>
            <translation>Delete “{name}”?</translation>
        </message>
        <message>
            <source>删除“{neighbour}”守望“{name}”的记录？</source>
            <translation>Delete the record that “{neighbour}” looks after “{name}”?</translation>
        </message>
        <message>
            <source>删除《{title}》？</source>
            <translation>Delete “{title}”?</translation>
        </message>
        <message>
            <source>删除代金券“{number}”？</source>
            <translation>Remove voucher “{number}”?</translation>
        </message>
        <message>
            <source>删除便民网点“{name}”？</source>
            <translation>Remove the service point “{name}”?</translation>
        </message>
        <message>
            <source>删除值班表“{name}”？</source>
            <translation>Remove the roster “{name}”?</translation>
        </message>
        <message>
            <source>删除卡片模板“{title}”吗？</source>
            <translation>Delete the card template “{title}”?</translation>
        </message>
        <message>
            <source>删除场地“{name}”？</source>
            <translation>Delete the venue “{name}”?</translation>
        </message>
        <message>
            <source>删除安排(&amp;X)</source>
            <translation>Delete plan (&amp;X)</translation>
        </message>
        <message>
            <source>删除岗位“{name}”？</source>
            <translation>Delete the post “{name}”?</translation>
        </message>
        <message>
            <source>删除工作人员“{name}”？</source>
            <translation>Delete “{name}” from the staff?</translation>
        </message>
        <message>
            <source>删除常用筛选“{name}”？</source>
            <translation>Delete the kept filter “{name}”?</translation>
        </message>
        <message>
            <source>删除打印机档案“{name}”？</source>
            <translation>Delete the printer profile “{name}”?</translation>
        </message>
        <message>
            <source>删除接待安排“{name}”？</source>
            <translation>Delete the reception plan “{name}”?</translation>
        </message>
        <message>
            <source>删除模板(&amp;X)</source>
            <translation>Delete template (&amp;X)</translation>
        </message>
        <message>
            <source>删除模板“{title}”？</source>
            <translation>Delete the template “{title}”?</translation>
        </message>
        <message>
            <source>删除活动 {title}？</source>
            <translation>Delete the event {title}?</translation>
        </message>
        <message>
            <source>删除的理由(&amp;L)</source>
            <translation>Reason for de&amp;leting</translation>
        </message>
        <message>
            <source>删除站点“{name}”？</source>
            <translation>Delete the station “{name}”?</translation>
        </message>
        <message>
            <source>删除纸张“{title}”？</source>
            <translation>Delete the paper “{title}”?</translation>
        </message>
        <message>
            <source>删除草稿(&amp;D)</source>
            <translation>&amp;Discard draft</translation>
        </message>
        <message>
            <source>删除草稿(&amp;X)</source>
            <translation>Delete draft (&amp;X)</translation>
        </message>
        <message>
            <source>删除草稿“{title}”？</source>
            <translation>Delete the draft “{title}”?</translation>
        </message>
        <message>
            <source>删除装备“{item}”？</source>
            <translation>Delete the equipment “{item}”?</translation>
        </message>
        <message>
            <source>删除记错的(&amp;X)</source>
            <translation>Delete a mistaken one (&amp;X)</translation>
        </message>
        <message>
            <source>删除过的人又回来了</source>
            <translation>Erased people have come back</translation>
        </message>
        <message>
            <source>删除选中的 {count} 张床位？</source>
            <translation>Delete the {count} selected beds?</translation>
        </message>
        <message>
            <source>删除问卷“{title}”？</source>
            <translation>Delete the survey “{title}”?</translation>
        </message>
        <message>
            <source>删除队伍“{name}”？</source>
            <translation>Delete the team “{name}”?</translation>
        </message>
        <message>
            <source>别处提到这个人的文字</source>
            <translation>Texts elsewhere that name this person</translation>
        </message>
        <message>
            <source>别处的备份(&amp;F)…</source>
            <translation>A backup elsewhere (&amp;F)…</translation>
        </message>
        <message>
            <source>别处的备份文件(&amp;F)…</source>
            <translation>A backup &amp;file elsewhere…</translation>
        </message>
        <message>
            <source>别处给的照填；留空由程序编</source>
            <translation>Enter one given elsewhere; empty for one of the program's</translation>
        </message>
        <message>
            <source>别的大小，自己填</source>
            <translation>Another size, entered below</translation>
        </message>
        <message>
            <source>别的版本</source>
            <translation>another version</translation>
        </message>
        <message>
            <source>到</source>
            <translation>To</translation>
        </message>
        <message>
            <source>到 {day}</source>
            <translation>until {day}</translation>
        </message>
        <message>
            <source>到(&amp;T)</source>
            <translation>&amp;To</translation>
        </message>
        <message>
            <source>到“{tab}”</source>
            <translation>To “{tab}”</translation>
        </message>
        <message>
            <source>到下一个 / 上一个输入框或按钮</source>
            <translation>To the next / previous field or button</translation>
        </message>
        <message>
            <source>到什么为止(&amp;E)</source>
            <translation>Ends with (&amp;E)</translation>
        </message>
        <message>
            <source>到任何一位居民、一户、一张卡、一栋楼、一个单位，或一个功能</source>
            <translation>To any resident, household, card, building, organisation or command</translation>
        </message>
        <message>
            <source>到几岁</source>
            <translation>To age</translation>
        </message>
        <message>
            <source>到几时</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>到哪一天</source>
            <translation>To which day</translation>
        </message>
        <message>
            <source>到哪一天(&amp;E)</source>
            <translation>Until which day (&amp;E)</translation>
        </message>
        <message>
            <source>到哪一天(&amp;L)</source>
            <translation>Unti&amp;l which day</translation>
        </message>
        <message>
            <source>到哪一天为止(&amp;E)</source>
            <translation>Until which day (&amp;E)</translation>
        </message>
        <message>
            <source>到哪一天的那一周</source>
            <translation>Week of which day</translation>
        </message>
        <message>
            <source>到哪天(&amp;D)</source>
            <translation>Until (&amp;D)</translation>
        </message>
        <message>
            <source>到哪天止</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>到哪天止(&amp;E)</source>
            <translation>Until (&amp;E)</translation>
        </message>
        <message>
            <source>到场的当事人(&amp;A)</source>
            <translation>P&amp;arties present</translation>
        </message>
        <message>
            <source>到岗</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>到岗(&amp;D)</source>
            <translation>Present (&amp;D)</translation>
        </message>
        <message>
            <source>到期</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>到期 {count} 项。程序不会自己删除，逐项决定继续保存还是删除。</source>
            <translation>{count} are due. Nothing is deleted by itself: decide for each whether to keep or delete it.</translation>
        </message>
        <message>
            <source>到期事项一览表</source>
            <translation>What is due</translation>
        </message>
        <message>
            <source>到期前会提醒；当场履行的填当天</source>
            <translation>You are reminded before it is due; if performed at once, write that day</translation>
        </message>
        <message>
            <source>到期后列出来审查</source>
            <translation>Listed for review when due</translation>
        </message>
        <message>
            <source>到期和快到期的</source>
            <translation>Due and nearly due</translation>
        </message>
        <message>
            <source>到期日</source>
            <translation>Due on</translation>
        </message>
        <message>
            <source>到期日期</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>到期灯</source>
            <translation>What is due</translation>
        </message>
        <message>
            <source>到期灯(&amp;D)…</source>
            <translation>What is due (&amp;D)…</translation>
        </message>
        <message>
            <source>到的打勾，没到的按空格键去掉</source>
            <translation>Tick who came; the space bar takes a tick away</translation>
        </message>
        <message>
            <source>到这一天会再提醒；不再复核的留空</source>
            <translation>reminds again on this day; empty if there is no further review</translation>
        </message>
        <message>
            <source>到这一天会列出来；不定的留空</source>
            <translation>listed on this day; empty if not fixed</translation>
        </message>
        <message>
            <source>到这一天会列出来；当场答复的留空</source>
            <translation>Listed when the day comes; empty if answered at once</translation>
        </message>
        <message>
            <source>到这一天再审查一次</source>
            <translation>Reviewed again on this day</translation>
        </message>
        <message>
            <source>到这一天去复核，当天就会提醒</source>
            <translation>to be reviewed on this day, with a reminder</translation>
        </message>
        <message>
            <source>到这一格(&amp;D)</source>
            <translation>Go to this cell (&amp;D)</translation>
        </message>
        <message>
            <source>制度</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>刷新(&amp;F)</source>
            <translation>Re&amp;fresh</translation>
        </message>
        <message>
            <source>刷新(&amp;H)</source>
            <translation>Refres&amp;h</translation>
        </message>
        <message>
            <source>券号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>券号(&amp;N)</source>
            <translation>&amp;Number</translation>
        </message>
        <message>
            <source>前一天是最后一天；以前的卡和记录仍写着原来的人</source>
            <translation>The day before is the last; earlier cards and records still name the person</translation>
        </message>
        <message>
            <source>前进</source>
            <translation>Forward</translation>
        </message>
        <message>
            <source>剪切</source>
            <translation>Cut</translation>
        </message>
        <message>
            <source>剪贴板</source>
            <translation>Clipboard</translation>
        </message>
        <message>
            <source>剪贴板里是图片，不是表格。</source>
            <translation>The clipboard holds a picture, no table.</translation>
        </message>
        <message>
            <source>剪贴板里是复制的文件。要导入整个文件，请用“导入台账”。</source>
            <translation>The clipboard holds a copied file. To import a whole file, use “Import ledger”.</translation>
        </message>
        <message>
            <source>剪贴板里没有图片，请先在别处复制一张。</source>
            <translation>There is no picture in the clipboard. Please copy one elsewhere first.</translation>
        </message>
        <message>
            <source>剪贴板里的内容已清除。</source>
            <translation>The clipboard was cleared.</translation>
        </message>
        <message>
            <source>办之前先看看</source>
            <translation>See what will happen first</translation>
        </message>
        <message>
            <source>办了什么，怎么办的</source>
            <translation>What was done, and how</translation>
        </message>
        <message>
            <source>办事指南和制度</source>
            <translation>Guides and rules</translation>
        </message>
        <message>
            <source>办到哪一步(&amp;T)</source>
            <translation>S&amp;tate reached</translation>
        </message>
        <message>
            <source>办哪一步(&amp;T)</source>
            <translation>Which s&amp;tep</translation>
        </message>
        <message>
            <source>办好了再填</source>
            <translation>Fill in when it is settled</translation>
        </message>
        <message>
            <source>办好了打给谁</source>
            <translation>Whom to call when it is done</translation>
        </message>
        <message>
            <source>办完</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>办完了(&amp;W)…</source>
            <translation>How it &amp;went…</translation>
        </message>
        <message>
            <source>办完日期(&amp;W)</source>
            <translation>Done on (&amp;W)</translation>
        </message>
        <message>
            <source>办成了什么；没有办成的写明为什么</source>
            <translation>What came of it; if nothing, why not</translation>
        </message>
        <message>
            <source>办法</source>
            <translation>Remedy</translation>
        </message>
        <message>
            <source>办法(&amp;B)</source>
            <translation>Remedy (&amp;B)</translation>
        </message>
        <message>
            <source>办理</source>
            <translation>Handling</translation>
        </message>
        <message>
            <source>办理(&amp;H)…</source>
            <translation>&amp;Handle…</translation>
        </message>
        <message>
            <source>办理(&amp;S)</source>
            <translation>Handle (&amp;S)</translation>
        </message>
        <message>
            <source>办理业务</source>
            <translation>Service at the desk</translation>
        </message>
        <message>
            <source>办理信息 {number}</source>
            <translation>Handle slip {number}</translation>
        </message>
        <message>
            <source>办理信访 {number}</source>
            <translation>Handle petition {number}</translation>
        </message>
        <message>
            <source>办理单位</source>
            <translation>Handled by</translation>
        </message>
        <message>
            <source>办理家政派单 {number}</source>
            <translation>Handle request {number}</translation>
        </message>
        <message>
            <source>办理或反馈(&amp;M)</source>
            <translation>Handling or feedback (&amp;M)</translation>
        </message>
        <message>
            <source>办理期限</source>
            <translation>Time limits</translation>
        </message>
        <message>
            <source>办理期限(&amp;L)…</source>
            <translation>Time limits (&amp;L)…</translation>
        </message>
        <message>
            <source>办理期限(&amp;Q)</source>
            <translation>Term (&amp;Q)</translation>
        </message>
        <message>
            <source>办理期限一览表</source>
            <translation>Table of time limits</translation>
        </message>
        <message>
            <source>办理经过</source>
            <translation>Course of handling</translation>
        </message>
        <message>
            <source>办理结果(&amp;O)</source>
            <translation>&amp;Outcome</translation>
        </message>
        <message>
            <source>办理结果(&amp;Y)</source>
            <translation>Result (&amp;Y)</translation>
        </message>
        <message>
            <source>办结</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>办结 {number}</source>
            <translation>Close {number}</translation>
        </message>
        <message>
            <source>办结(&amp;F)…</source>
            <translation>Close (&amp;F)…</translation>
        </message>
        <message>
            <source>办结(&amp;S)</source>
            <translation>Clo&amp;se</translation>
        </message>
        <message>
            <source>办结和作废的</source>
            <translation>Closed and void</translation>
        </message>
        <message>
            <source>办结和期限已过的</source>
            <translation>Done, and rights that have lapsed</translation>
        </message>
        <message>
            <source>办结日期(&amp;D)</source>
            <translation>Close&amp;d on</translation>
        </message>
        <message>
            <source>办结日期(&amp;F)</source>
            <translation>Settled on (&amp;F)</translation>
        </message>
        <message>
            <source>办证类型</source>
            <translation>Kind of permit</translation>
        </message>
        <message>
            <source>办错了可以按 Ctrl+Z 撤销。</source>
            <translation>What went wrong can be undone with Ctrl+Z.</translation>
        </message>
        <message>
            <source>功能</source>
            <translation>Command</translation>
        </message>
        <message>
            <source>加一个网格</source>
            <translation>Add a grid</translation>
        </message>
        <message>
            <source>加一个网格(&amp;G)…</source>
            <translation>Add a &amp;grid…</translation>
        </message>
        <message>
            <source>加一位(&amp;N)…</source>
            <translation>Add a perso&amp;n…</translation>
        </message>
        <message>
            <source>加一支队伍</source>
            <translation>Add a team</translation>
        </message>
        <message>
            <source>加一班</source>
            <translation>Add a shift</translation>
        </message>
        <message>
            <source>加一班(&amp;N)…</source>
            <translation>Add a shift (&amp;N)…</translation>
        </message>
        <message>
            <source>加一种颜色</source>
            <translation>Add a colour</translation>
        </message>
        <message>
            <source>加一行</source>
            <translation>Add a line</translation>
        </message>
        <message>
            <source>加入</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>加入 {count} 人，另有 {skipped} 人已经在名单上，没有重复加入。</source>
            <translation>{count} added; {skipped} were on the list already and are not added again.</translation>
        </message>
        <message>
            <source>加入 {count} 人，另有 {skipped} 人已经在队里，没有重复加入。</source>
            <translation>{count} people joined; {skipped} were in the team already and are not added twice.</translation>
        </message>
        <message>
            <source>加入(&amp;S)</source>
            <translation>Join (&amp;S)</translation>
        </message>
        <message>
            <source>加入日期(&amp;B)</source>
            <translation>Joined on (&amp;B)</translation>
        </message>
        <message>
            <source>加入站点的房间(&amp;K)</source>
            <translation>Add the rooms of stations (&amp;K)</translation>
        </message>
        <message>
            <source>加全社区(&amp;L)</source>
            <translation>Who&amp;le community</translation>
        </message>
        <message>
            <source>加到名单</source>
            <translation>Add to the list</translation>
        </message>
        <message>
            <source>加宽(&amp;W)</source>
            <translation>&amp;Wider</translation>
        </message>
        <message>
            <source>加密副本</source>
            <translation>Encrypted copy</translation>
        </message>
        <message>
            <source>加密副本已保存到 {path}。请另外把密码告诉对方。</source>
            <translation>The encrypted copy was saved to {path}. Tell the receiver the password separately.</translation>
        </message>
        <message>
            <source>加常用筛选</source>
            <translation>Kept filter</translation>
        </message>
        <message>
            <source>加常用筛选(&amp;F)…</source>
            <translation>Kept &amp;filter…</translation>
        </message>
        <message>
            <source>加志愿者(&amp;W)…</source>
            <translation>Add volunteers (&amp;W)…</translation>
        </message>
        <message>
            <source>加志愿者和工作人员</source>
            <translation>Add volunteers and staff</translation>
        </message>
        <message>
            <source>加粗</source>
            <translation>Bold</translation>
        </message>
        <message>
            <source>加队伍(&amp;T)…</source>
            <translation>Add a &amp;team…</translation>
        </message>
        <message>
            <source>动了哪条</source>
            <translation>Which record</translation>
        </message>
        <message>
            <source>勾选的会改写；写的是同名的另一个人，请去掉勾。</source>
            <translation>Ticked ones are rewritten; untick those that mean another person of that name.</translation>
        </message>
        <message>
            <source>协管</source>
            <translation>Shared</translation>
        </message>
        <message>
            <source>协管党员</source>
            <translation>Party members shared</translation>
        </message>
        <message>
            <source>协议</source>
            <translation>Agreement</translation>
        </message>
        <message>
            <source>协议内容(&amp;T)</source>
            <translation>&amp;Terms</translation>
        </message>
        <message>
            <source>协议写全了吗</source>
            <translation>Is the agreement complete</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>单位(&amp;U)</source>
            <translation>&amp;Unit of measure</translation>
        </message>
        <message>
            <source>单位(&amp;W)</source>
            <translation>Body (&amp;W)</translation>
        </message>
        <message>
            <source>单位(&amp;X)…</source>
            <translation>Body (&amp;X)…</translation>
        </message>
        <message>
            <source>单位全称(&amp;N)</source>
            <translation>Full &amp;name</translation>
        </message>
        <message>
            <source>单位名称、拼音首字母、负责人</source>
            <translation>Name, initials, or who is in charge</translation>
        </message>
        <message>
            <source>单位当事人</source>
            <translation>Party (organisation)</translation>
        </message>
        <message>
            <source>单位或住址(&amp;D)</source>
            <translation>Employer or a&amp;ddress</translation>
        </message>
        <message>
            <source>单位或姓名</source>
            <translation>Unit or name</translation>
        </message>
        <message>
            <source>单位或组织的全称</source>
            <translation>full name of the organisation</translation>
        </message>
        <message>
            <source>单位是元；不按月发的不填</source>
            <translation>in yuan; empty if it is not paid monthly</translation>
        </message>
        <message>
            <source>单位电话</source>
            <translation>Organisation's phone</translation>
        </message>
        <message>
            <source>单位电话(&amp;T)</source>
            <translation>Organisation's phone (&amp;T)</translation>
        </message>
        <message>
            <source>单位负责人</source>
            <translation>Head of the organisation</translation>
        </message>
        <message>
            <source>单位资料</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>单元</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>单元(&amp;U)</source>
            <translation>&amp;Unit</translation>
        </message>
        <message>
            <source>单元房号</source>
            <translation>Unit and room</translation>
        </message>
        <message>
            <source>单双面(&amp;D)</source>
            <translation>Si&amp;des</translation>
        </message>
        <message>
            <source>单子上只有 1 到 {last} 行，请核对行号。</source>
            <translation>The sheet has only lines 1 to {last}; please check the number.</translation>
        </message>
        <message>
            <source>单子上没有的人(&amp;N)…</source>
            <translation>Somebody &amp;not on the sheet…</translation>
        </message>
        <message>
            <source>单子上的住户</source>
            <translation>Households on the sheet</translation>
        </message>
        <message>
            <source>单子上的编号</source>
            <translation>Number on the sheet</translation>
        </message>
        <message>
            <source>单独同意</source>
            <translation>Separate consent</translation>
        </message>
        <message>
            <source>单独同意(&amp;K)</source>
            <translation>Separate consent (&amp;K)</translation>
        </message>
        <message>
            <source>单面</source>
            <translation>One side</translation>
        </message>
        <message>
            <source>占比</source>
            <translation>Share</translation>
        </message>
        <message>
            <source>卡号</source>
            <translation>Card number</translation>
        </message>
        <message>
            <source>卡号 {cards}</source>
            <translation>Card {cards}</translation>
        </message>
        <message>
            <source>卡号 {number} 为什么作废？</source>
            <translation>Why is card {number} withdrawn?</translation>
        </message>
        <message>
            <source>卡号印在二维码下面，7 位数字；也可以用扫码枪扫。它前面的都算印好，后面的重新打。</source>
            <translation>The card number is under the QR code, 7 digits; a scanner works too. All cards up to it count as printed, those after it are printed again.</translation>
        </message>
        <message>
            <source>卡没有打印出来，发卡却已经登记。要退回吗？</source>
            <translation>The cards were not printed, but they are recorded. Take them back?</translation>
        </message>
        <message>
            <source>卡没有打印出来：{reason}发卡已经登记：换一台或接好打印机再打一次，不会重复登记；不打了，就退回待印。</source>
            <translation>The cards were not printed: {reason} They are recorded: choose another printer or mend this one and print once more, they will not be recorded twice. If they are not wanted now, put them back to waiting.</translation>
        </message>
        <message>
            <source>卡片</source>
            <translation>Cards</translation>
        </message>
        <message>
            <source>卡片换一种大小时，这个元素跟着哪一边走，或随着变宽</source>
            <translation>Which edge this element stays with on a card of another size, or whether it grows wider</translation>
        </message>
        <message>
            <source>卡片换一种大小时，这个元素跟着哪一边走，或随着变高</source>
            <translation>Which edge this element stays with on a card of another size, or whether it grows taller</translation>
        </message>
        <message>
            <source>卡片模板</source>
            <translation>Card templates</translation>
        </message>
        <message>
            <source>卡片模板 (*.json)</source>
            <translation>Card template (*.json)</translation>
        </message>
        <message>
            <source>卡片模板(&amp;T)…</source>
            <translation>Card &amp;templates…</translation>
        </message>
        <message>
            <source>卡片模板_{title}.json</source>
            <translation>card-template_{title}.json</translation>
        </message>
        <message>
            <source>卡片的字体</source>
            <translation>Fonts of the cards</translation>
        </message>
        <message>
            <source>卡的种类</source>
            <translation>Kind of card</translation>
        </message>
        <message>
            <source>卡的种类(&amp;T)</source>
            <translation>Kind of card (&amp;T)</translation>
        </message>
        <message>
            <source>卡纸了(&amp;J)…</source>
            <translation>Paper &amp;jam…</translation>
        </message>
        <message>
            <source>卡纸了，从哪里接着打</source>
            <translation>Paper jam: where to go on</translation>
        </message>
        <message>
            <source>卡纸了，请取出卡住的纸</source>
            <translation>Paper jam; please remove the paper</translation>
        </message>
        <message>
            <source>卡纸或印坏了(&amp;J)…</source>
            <translation>Paper &amp;jam or spoiled cards…</translation>
        </message>
        <message>
            <source>印不出来的姓名</source>
            <translation>Names that cannot be printed</translation>
        </message>
        <message>
            <source>印两张正面(&amp;P)</source>
            <translation>&amp;Print two fronts</translation>
        </message>
        <message>
            <source>印两张背面(&amp;B)</source>
            <translation>Print two &amp;backs</translation>
        </message>
        <message>
            <source>印出了几张，请点“卡纸或印坏了”。</source>
            <translation>If some came out, press “Jam or spoiled”.</translation>
        </message>
        <message>
            <source>印出来总往一边偏，就校准一次：印一张校准纸，折一下，读三个数。</source>
            <translation>If prints are always off to one side, calibrate once: print a calibration sheet, fold it and read three numbers.</translation>
        </message>
        <message>
            <source>印出来的(&amp;T)</source>
            <translation>Wha&amp;t came out</translation>
        </message>
        <message>
            <source>印出来的样子</source>
            <translation>As it will be printed</translation>
        </message>
        <message>
            <source>印到有字的一面上了</source>
            <translation>On the side that is printed already</translation>
        </message>
        <message>
            <source>印前面一部分并提醒</source>
            <translation>Print the beginning and warn</translation>
        </message>
        <message>
            <source>印在价目表上，大家都看得到</source>
            <translation>Printed on the price sheet for everybody</translation>
        </message>
        <message>
            <source>印在使用单上</source>
            <translation>On the slip</translation>
        </message>
        <message>
            <source>印在使用单上，收不收费也写在这里</source>
            <translation>On the slip, with fees if there are any</translation>
        </message>
        <message>
            <source>印在公示栏和党员联系卡上；不上公示栏的居民不用照片。</source>
            <translation>Printed on the board and on the party member's contact card; residents who are on no board need no photo.</translation>
        </message>
        <message>
            <source>印在台签上，一两句话。</source>
            <translation>Printed on the desk sign, one or two sentences.</translation>
        </message>
        <message>
            <source>印在封面上；法律没有规定年限，按档案部门的要求选</source>
            <translation>Printed on the cover; the law sets no years, choose as the archives ask</translation>
        </message>
        <message>
            <source>印在文号最前面，如 西社通；不编代字可以空着</source>
            <translation>Stands before the number, such as 西社通; may stay empty</translation>
        </message>
        <message>
            <source>印在白的一面</source>
            <translation>On the blank side</translation>
        </message>
        <message>
            <source>印在联系卡的一角，可以没有。</source>
            <translation>Printed in a corner of contact cards; may stay empty.</translation>
        </message>
        <message>
            <source>印在门口的通知上</source>
            <translation>On the notice at the door</translation>
        </message>
        <message>
            <source>印在门口的通知上，大家都看得到</source>
            <translation>On the notice at the door, for all to see</translation>
        </message>
        <message>
            <source>印坏</source>
            <translation>Spoiled</translation>
        </message>
        <message>
            <source>印好了，去读数(&amp;N)</source>
            <translation>Printed, read the &amp;numbers</translation>
        </message>
        <message>
            <source>印好的卡如果还没有背面，请先补印背面。</source>
            <translation>If the printed cards have no backs yet, print the backs first.</translation>
        </message>
        <message>
            <source>印得出来的姓名不列在这里。</source>
            <translation>Names that can be printed are not listed here.</translation>
        </message>
        <message>
            <source>印正面以后，有 {count} 张卡的资料变了，背面印的是现在的资料。</source>
            <translation>The data of {count} cards has changed since their fronts were printed; the backs show the present data.</translation>
        </message>
        <message>
            <source>印歪</source>
            <translation>Printed askew</translation>
        </message>
        <message>
            <source>印背面的纸</source>
            <translation>Sheets whose backs are printed</translation>
        </message>
        <message>
            <source>印过的批次不受影响。可以按 Ctrl+Z 撤销。</source>
            <translation>Runs that were printed do not change. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>印错</source>
            <translation>Misprinted</translation>
        </message>
        <message>
            <source>印（整张纸，印好再裁）</source>
            <translation>Printed (whole sheet, cut afterwards)</translation>
        </message>
        <message>
            <source>卷宗</source>
            <translation>Case file</translation>
        </message>
        <message>
            <source>卷宗(&amp;J)…</source>
            <translation>Case file (&amp;J)…</translation>
        </message>
        <message>
            <source>卸任日期(&amp;E)</source>
            <translation>L&amp;eft office</translation>
        </message>
        <message>
            <source>历史</source>
            <translation>History</translation>
        </message>
        <message>
            <source>历史(&amp;L)</source>
            <translation>History (&amp;L)</translation>
        </message>
        <message>
            <source>历史(&amp;R)</source>
            <translation>Histo&amp;ry</translation>
        </message>
        <message>
            <source>历次出具</source>
            <translation>Versions issued</translation>
        </message>
        <message>
            <source>历次出具(&amp;V)…</source>
            <translation>&amp;Versions issued…</translation>
        </message>
        <message>
            <source>历次出具：{name}</source>
            <translation>Versions issued: {name}</translation>
        </message>
        <message>
            <source>压缩文件 (*.zip)</source>
            <translation>ZIP file (*.zip)</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>原因(&amp;M)</source>
            <translation>Reason (&amp;M)</translation>
        </message>
        <message>
            <source>原因(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>原因(&amp;Y)</source>
            <translation>Reason (&amp;Y)</translation>
        </message>
        <message>
            <source>原定 {day}</source>
            <translation>Planned for {day}</translation>
        </message>
        <message>
            <source>原户主不再是户主；各成员与新户主的关系请随后核对。</source>
            <translation>The former head is head no more. Please check the members' relations to the new head afterwards.</translation>
        </message>
        <message>
            <source>原村</source>
            <translation>Home village</translation>
        </message>
        <message>
            <source>原来</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>原来{words}。</source>
            <translation>Before: {words}.</translation>
        </message>
        <message>
            <source>原来小时</source>
            <translation>Hours before</translation>
        </message>
        <message>
            <source>原来登记的</source>
            <translation>Registered</translation>
        </message>
        <message>
            <source>原来那张登记作废，新印的还用原来的卡号。</source>
            <translation>The old record is withdrawn; the new print keeps the card's number.</translation>
        </message>
        <message>
            <source>去世(&amp;W)…</source>
            <translation>Deceased (&amp;W)…</translation>
        </message>
        <message>
            <source>去世日期(&amp;D)</source>
            <translation>&amp;Day of death</translation>
        </message>
        <message>
            <source>去了哪里、走访几户、发现什么，记在这里；没有发现的也记一次。</source>
            <translation>Where you went, how many homes, what you found; a sweep that found nothing is written down too.</translation>
        </message>
        <message>
            <source>去向或说明(&amp;M)</source>
            <translation>Whereto or re&amp;mark</translation>
        </message>
        <message>
            <source>去哪里排查了矛盾纠纷，发现了什么；发现的点一下就转为案件</source>
            <translation>Where disputes were looked for and what was found; one click makes a finding a case</translation>
        </message>
        <message>
            <source>去年</source>
            <translation>Last year</translation>
        </message>
        <message>
            <source>去年的</source>
            <translation>Last year's</translation>
        </message>
        <message>
            <source>去掉</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>去掉(&amp;Q)</source>
            <translation>Remove (&amp;Q)</translation>
        </message>
        <message>
            <source>去掉(&amp;S)</source>
            <translation>Remove (&amp;S)</translation>
        </message>
        <message>
            <source>去掉(&amp;X)</source>
            <translation>Remove (&amp;X)</translation>
        </message>
        <message>
            <source>去掉“{name}”</source>
            <translation>Remove “{name}”</translation>
        </message>
        <message>
            <source>去掉后就用居民资料里的</source>
            <translation>Removed, it is taken from the resident's data</translation>
        </message>
        <message>
            <source>去掉看不见的标记就是“{sign}”。请对照身份证，是就换。</source>
            <translation>Without the invisible mark it is “{sign}”. Compare with the identity card and replace it if that is right.</translation>
        </message>
        <message>
            <source>去掉租户的姓名和号码</source>
            <translation>Remove name and numbers of the tenant</translation>
        </message>
        <message>
            <source>去掉这一行</source>
            <translation>Remove this line</translation>
        </message>
        <message>
            <source>去掉这些条件</source>
            <translation>Remove these conditions</translation>
        </message>
        <message>
            <source>去掉选中的(&amp;X)</source>
            <translation>Remove selected (&amp;X)</translation>
        </message>
        <message>
            <source>去看</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>参与调解的社会力量</source>
            <translation>Helpers from outside</translation>
        </message>
        <message>
            <source>参加了什么培训、得过什么表彰、服务对象怎么评价，记在这里。</source>
            <translation>Training, praise and what those served said are written here.</translation>
        </message>
        <message>
            <source>参加人(&amp;I)</source>
            <translation>Others present (&amp;I)</translation>
        </message>
        <message>
            <source>参加值班的人和电话；不写用途时，号码隐去中间几位。</source>
            <translation>Who is on duty with phones; without a purpose some digits are hidden.</translation>
        </message>
        <message>
            <source>参加的人</source>
            <translation>Who takes part</translation>
        </message>
        <message>
            <source>参加的人(&amp;L)</source>
            <translation>Who takes part (&amp;L)</translation>
        </message>
        <message>
            <source>双面打印时，每份文书都从正面开始，背面空着的页不编号</source>
            <translation>Printed on both sides, each document begins on a front; empty backs have no number</translation>
        </message>
        <message>
            <source>双面，沿短边翻</source>
            <translation>Both sides, over the short edge</translation>
        </message>
        <message>
            <source>双面，沿长边翻</source>
            <translation>Both sides, over the long edge</translation>
        </message>
        <message>
            <source>反映的事情</source>
            <translation>Brought up</translation>
        </message>
        <message>
            <source>反映的事情(&amp;M)</source>
            <translation>Brought up (&amp;M)</translation>
        </message>
        <message>
            <source>反映的内容(&amp;C)</source>
            <translation>What was brought up (&amp;C)</translation>
        </message>
        <message>
            <source>反馈时写明答复信息员的话</source>
            <translation>When answering, write what the informant is told</translation>
        </message>
        <message>
            <source>发出</source>
            <translation>Handed out</translation>
        </message>
        <message>
            <source>发出份数(&amp;H)</source>
            <translation>Papers &amp;handed out</translation>
        </message>
        <message>
            <source>发出去的代金券登记在这里，谁用了、用在哪里、还剩多少都查得到。</source>
            <translation>Vouchers given out are kept here: who used them where, and what is left.</translation>
        </message>
        <message>
            <source>发出的卡上印的都还对，没有要换的。</source>
            <translation>All cards handed out are still right; none needs renewing.</translation>
        </message>
        <message>
            <source>发出的样子会存档，以后可以照原样再印；要改用修订，不算数了用撤回。</source>
            <translation>What goes out is archived and can be printed again as it was; use Revise to change it, Withdraw if it no longer counts.</translation>
        </message>
        <message>
            <source>发卡不限</source>
            <translation>With or without card</translation>
        </message>
        <message>
            <source>发卡已登记。</source>
            <translation>The cards are recorded.</translation>
        </message>
        <message>
            <source>发卡时间</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>发卡记录</source>
            <translation>Cards issued</translation>
        </message>
        <message>
            <source>发卡记录(&amp;C)…</source>
            <translation>&amp;Cards issued…</translation>
        </message>
        <message>
            <source>发放</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>发放(&amp;F)…</source>
            <translation>Issue (&amp;F)…</translation>
        </message>
        <message>
            <source>发放(&amp;N)…</source>
            <translation>Give out (&amp;N)…</translation>
        </message>
        <message>
            <source>发放{item}，库存 {left} {unit}</source>
            <translation>Issue {item}, {left} {unit} in store</translation>
        </message>
        <message>
            <source>发放代金券</source>
            <translation>Give out vouchers</translation>
        </message>
        <message>
            <source>发放日期</source>
            <translation>Handed out on</translation>
        </message>
        <message>
            <source>发放日期(&amp;B)</source>
            <translation>Handed out on (&amp;B)</translation>
        </message>
        <message>
            <source>发放资料(&amp;F)</source>
            <translation>Handed out (&amp;F)</translation>
        </message>
        <message>
            <source>发文</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>发文(&amp;F)…</source>
            <translation>Issue (&amp;F)…</translation>
        </message>
        <message>
            <source>发文单位</source>
            <translation>Issuer</translation>
        </message>
        <message>
            <source>发文单位(&amp;I)</source>
            <translation>&amp;Issuer</translation>
        </message>
        <message>
            <source>发文单位(&amp;I)…</source>
            <translation>&amp;Issuers…</translation>
        </message>
        <message>
            <source>发现</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>发现的情况</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>发现的情况(&amp;M)</source>
            <translation>Found (&amp;M)</translation>
        </message>
        <message>
            <source>发现的矛盾(&amp;F)…</source>
            <translation>Disputes &amp;found…</translation>
        </message>
        <message>
            <source>发现的矛盾纠纷</source>
            <translation>Disputes found</translation>
        </message>
        <message>
            <source>发现的矛盾纠纷(&amp;F)</source>
            <translation>Disputes &amp;found</translation>
        </message>
        <message>
            <source>发生</source>
            <translation>Happened</translation>
        </message>
        <message>
            <source>发生地点(&amp;D)</source>
            <translation>Where it happene&amp;d</translation>
        </message>
        <message>
            <source>发生日期(&amp;O)</source>
            <translation>When it happened (&amp;O)</translation>
        </message>
        <message>
            <source>发给</source>
            <translation>Given to</translation>
        </message>
        <message>
            <source>发给 {count} 户（人）。</source>
            <translation>For {count} households (people).</translation>
        </message>
        <message>
            <source>发给(&amp;G)</source>
            <translation>&amp;Given to</translation>
        </message>
        <message>
            <source>发给(&amp;L)</source>
            <translation>Recipients (&amp;L)</translation>
        </message>
        <message>
            <source>发给谁</source>
            <translation>Recipients</translation>
        </message>
        <message>
            <source>发给谁(&amp;W)</source>
            <translation>Recipients (&amp;W)</translation>
        </message>
        <message>
            <source>发过的卡</source>
            <translation>Cards that were issued</translation>
        </message>
        <message>
            <source>发通知(&amp;L)…</source>
            <translation>Send notice (&amp;L)…</translation>
        </message>
        <message>
            <source>取出</source>
            <translation>Take out</translation>
        </message>
        <message>
            <source>取出(&amp;X)</source>
            <translation>Take out (&amp;X)</translation>
        </message>
        <message>
            <source>取对方的</source>
            <translation>Take theirs</translation>
        </message>
        <message>
            <source>取对方的(&amp;T)</source>
            <translation>&amp;Take theirs</translation>
        </message>
        <message>
            <source>取本机的</source>
            <translation>Take ours</translation>
        </message>
        <message>
            <source>取本机的(&amp;O)</source>
            <translation>Take &amp;ours</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>取消(&amp;C)</source>
            <translation>&amp;Cancel</translation>
        </message>
        <message>
            <source>取消{what}</source>
            <translation>Call off {what}</translation>
        </message>
        <message>
            <source>取消“{name}”的哪一项？</source>
            <translation>Which entry of “{name}” is to be cancelled?</translation>
        </message>
        <message>
            <source>取消“{place}”的出租登记？</source>
            <translation>End the registration of letting “{place}”?</translation>
        </message>
        <message>
            <source>取消使用(&amp;Z)</source>
            <translation>Take the use back (&amp;Z)</translation>
        </message>
        <message>
            <source>取消出租登记(&amp;X)</source>
            <translation>End the registration (&amp;X)</translation>
        </message>
        <message>
            <source>取消后时间空出来，记录还在，可以按 Ctrl+Z 撤销</source>
            <translation>The time is free again, the record stays; Ctrl+Z undoes it</translation>
        </message>
        <message>
            <source>取消奖罚(&amp;Q)…</source>
            <translation>Cancel bonus (&amp;Q)…</translation>
        </message>
        <message>
            <source>取消打印(&amp;X)</source>
            <translation>Cancel printing (&amp;X)</translation>
        </message>
        <message>
            <source>取消标记(&amp;X)</source>
            <translation>Remove the mark (&amp;X)</translation>
        </message>
        <message>
            <source>取消活动(&amp;Q)…</source>
            <translation>Call off the event (&amp;Q)…</translation>
        </message>
        <message>
            <source>取消登记</source>
            <translation>End the registration</translation>
        </message>
        <message>
            <source>取消的也列出</source>
            <translation>Show those called off too</translation>
        </message>
        <message>
            <source>取消预约(&amp;X)…</source>
            <translation>Call off the booking (&amp;X)…</translation>
        </message>
        <message>
            <source>取舍</source>
            <translation>Decision</translation>
        </message>
        <message>
            <source>受理</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>受理日期</source>
            <translation>Accepted on</translation>
        </message>
        <message>
            <source>受理的纠纷、登记的信访和建议，到了该办的日子会在这里亮灯。</source>
            <translation>Accepted disputes, petitions and suggestions light up here when they are due.</translation>
        </message>
        <message>
            <source>变动</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>口头协议从达成那天起生效</source>
            <translation>An oral agreement binds from the day it was reached</translation>
        </message>
        <message>
            <source>另在</source>
            <translation>Also in</translation>
        </message>
        <message>
            <source>另外还有 {count} 处</source>
            <translation>{count} more places</translation>
        </message>
        <message>
            <source>另外还有 {count} 处。</source>
            <translation>{count} more places.</translation>
        </message>
        <message>
            <source>另存为新模板(&amp;V)</source>
            <translation>Sa&amp;ve as new template</translation>
        </message>
        <message>
            <source>另开一个练习窗口，里面的人都是虚构的，跟着做八步</source>
            <translation>Opens a window of its own to practise in, with made-up people: eight steps to follow</translation>
        </message>
        <message>
            <source>另有 {count} {unit}没有写到楼栋，不在图上。</source>
            <translation>{count} more {unit} are entered without a building and not on the map.</translation>
        </message>
        <message>
            <source>另有 {count} 张已经有了，不会重复。</source>
            <translation> Another {count} are there already and will not be doubled.</translation>
        </message>
        <message>
            <source>另有受限标签，点“显示号码”查看</source>
            <translation>There are restricted tags; click "Show numbers" to see them</translation>
        </message>
        <message>
            <source>另选正确的字(&amp;P)…</source>
            <translation>&amp;Pick the right character…</translation>
        </message>
        <message>
            <source>只作告知</source>
            <translation>For information</translation>
        </message>
        <message>
            <source>只保留锁定的，其余重新排</source>
            <translation>Keep only what is locked, fill the rest anew</translation>
        </message>
        <message>
            <source>只印正面</source>
            <translation>Fronts only</translation>
        </message>
        <message>
            <source>只在接待日(&amp;R)</source>
            <translation>On &amp;reception days only</translation>
        </message>
        <message>
            <source>只在有这些资料时才印</source>
            <translation>Printed only if these facts are there</translation>
        </message>
        <message>
            <source>只恢复这个人(&amp;R)</source>
            <translation>&amp;Restore this person only</translation>
        </message>
        <message>
            <source>只撤回后来没有改过、也没有用到的部分(&amp;P)</source>
            <translation>Take back only the &amp;part that was not changed or used since</translation>
        </message>
        <message>
            <source>只有它才有的字就印不出来了。可以按 Ctrl+Z 撤销。</source>
            <translation>Characters that only this font has cannot be printed any more. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>只有本大厅的社区</source>
            <translation>Only the community of this hall</translation>
        </message>
        <message>
            <source>只看审计日志，看不到居民资料</source>
            <translation>Reads the audit trail only, sees no people</translation>
        </message>
        <message>
            <source>只看独居的</source>
            <translation>Only those who live alone</translation>
        </message>
        <message>
            <source>只看这个对象(&amp;O)</source>
            <translation>&amp;Only this record</translation>
        </message>
        <message>
            <source>只看：{record}</source>
            <translation>Only: {record}</translation>
        </message>
        <message>
            <source>只能查看，证件号和电话不完整显示</source>
            <translation>Reads only; document and phone numbers are masked</translation>
        </message>
        <message>
            <source>只补印几张纸的背面，就在下面写第几张到第几张。</source>
            <translation>To print the backs of some sheets only, enter from which to which below.</translation>
        </message>
        <message>
            <source>只请一天的不用填</source>
            <translation>Leave empty for a single day</translation>
        </message>
        <message>
            <source>叫它什么(&amp;N)</source>
            <translation>What to call it (&amp;N)</translation>
        </message>
        <message>
            <source>可不填</source>
            <translation>Optional</translation>
        </message>
        <message>
            <source>可以一起移动、对齐、排列先后、复制或删除。</source>
            <translation>They can be moved, aligned, put in order, copied or deleted together.</translation>
        </message>
        <message>
            <source>可以不填</source>
            <translation>may stay empty</translation>
        </message>
        <message>
            <source>可以从居民里连选几位，粘贴现成的名单，或按筛选一次加入。</source>
            <translation>Choose several residents, paste a list, or add all of a filter at once.</translation>
        </message>
        <message>
            <source>可以公布了。</source>
            <translation>Can be published.</translation>
        </message>
        <message>
            <source>可以写 {fields}，打印时换成当天的姓名</source>
            <translation>{fields} may be used; the names of the day stand there when it is printed</translation>
        </message>
        <message>
            <source>可以写 {fields}，打印时换成现在的人</source>
            <translation>{fields} may be used; today's people stand there when it is printed</translation>
        </message>
        <message>
            <source>可以只打号或几个字，如 02、物业</source>
            <translation>A number or a few letters will do, such as 02 or 物业</translation>
        </message>
        <message>
            <source>可以只打数字：1 民生 到 5 卫生</source>
            <translation>A figure is enough: 1 livelihood to 5 hygiene</translation>
        </message>
        <message>
            <source>可以按 Ctrl+Z 撤销。</source>
            <translation>Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>可以排的人</source>
            <translation>Who can be on it</translation>
        </message>
        <message>
            <source>可能发生什么(&amp;K)</source>
            <translation>What it might become (&amp;K)</translation>
        </message>
        <message>
            <source>可能是同一人：{why}</source>
            <translation>Perhaps the same person: {why}</translation>
        </message>
        <message>
            <source>可能激化的</source>
            <translation>Might escalate</translation>
        </message>
        <message>
            <source>可能激化，要预防(&amp;J)</source>
            <translation>Might escalate, to be prevented (&amp;J)</translation>
        </message>
        <message>
            <source>可能登记了两次的人，核对后合并</source>
            <translation>People who may be registered twice, to check and merge</translation>
        </message>
        <message>
            <source>可能重复的人</source>
            <translation>People who may be duplicates</translation>
        </message>
        <message>
            <source>可选的条件</source>
            <translation>Conditions to choose from</translation>
        </message>
        <message>
            <source>可选的条件(&amp;T)</source>
            <translation>Condi&amp;tions to choose from</translation>
        </message>
        <message>
            <source>台账 (*.xlsx *.xls *.xlsm *.ods *.csv *.txt)</source>
            <translation>Ledgers (*.xlsx *.xls *.xlsm *.ods *.csv *.txt)</translation>
        </message>
        <message>
            <source>台账里已经有的：{known}。</source>
            <translation>Known already: {known}.</translation>
        </message>
        <message>
            <source>台账里有 {count} 位相似的居民，请看看是不是同一个人：</source>
            <translation>{count} similar residents are in the ledger; is it one of them?</translation>
        </message>
        <message>
            <source>台账里还有 {count} 个同名的人。</source>
            <translation>{count} more people of that name are in the ledger.</translation>
        </message>
        <message>
            <source>右边对齐(&amp;R)</source>
            <translation>Align &amp;right edges</translation>
        </message>
        <message>
            <source>号码</source>
            <translation>number</translation>
        </message>
        <message>
            <source>号码遮盖</source>
            <translation>Masking of numbers</translation>
        </message>
        <message>
            <source>号码遮盖(&amp;M)…</source>
            <translation>&amp;Masking of numbers…</translation>
        </message>
        <message>
            <source>司法确认</source>
            <translation>Court confirmation</translation>
        </message>
        <message>
            <source>各年</source>
            <translation>All years</translation>
        </message>
        <message>
            <source>各方签名、调解员签名、盖章都齐了的那天</source>
            <translation>The day on which all parties and mediators have signed and it is sealed</translation>
        </message>
        <message>
            <source>各来源应有多少人，名册上会核对</source>
            <translation>How many each source should have; the list is checked against it</translation>
        </message>
        <message>
            <source>各楼栋的楼栋长</source>
            <translation>Heads of the buildings</translation>
        </message>
        <message>
            <source>各种事项几天办结、依据是什么、从哪天起适用，哪些是法定的</source>
            <translation>How long each matter may take, by which source, since when, and which limits are statutory</translation>
        </message>
        <message>
            <source>各站点的“七个有”缺什么，打门牌、检查表、电话表、值班人员、指南和制度</source>
            <translation>What each station lacks of the seven points; door signs, check sheets, phone sheets, people on duty, guides and rules</translation>
        </message>
        <message>
            <source>各站点门口：一天</source>
            <translation>Doors of the stations: one day</translation>
        </message>
        <message>
            <source>各网格的楼栋画成一张图，按人数、老人、没发卡的户等着色，可以打 A3</source>
            <translation>The buildings of each grid as one picture, coloured by people, elders, households without a card and more; prints on A3</translation>
        </message>
        <message>
            <source>各项数字</source>
            <translation>All figures</translation>
        </message>
        <message>
            <source>合并</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>合并(&amp;J)…</source>
            <translation>&amp;Join…</translation>
        </message>
        <message>
            <source>合并(&amp;S)</source>
            <translation>Join (&amp;S)</translation>
        </message>
        <message>
            <source>合并做了什么</source>
            <translation>What the merge did</translation>
        </message>
        <message>
            <source>合并成一条(&amp;S)</source>
            <translation>Merge into one (&amp;S)</translation>
        </message>
        <message>
            <source>合并网格</source>
            <translation>Join grids</translation>
        </message>
        <message>
            <source>合并记录</source>
            <translation>History of merges</translation>
        </message>
        <message>
            <source>合并记录(&amp;H)…</source>
            <translation>&amp;History of merges…</translation>
        </message>
        <message>
            <source>合并记录(&amp;M)…</source>
            <translation>History of &amp;merges…</translation>
        </message>
        <message>
            <source>合计</source>
            <translation>Sum</translation>
        </message>
        <message>
            <source>同一事项(&amp;X)</source>
            <translation>Same matter (&amp;X)</translation>
        </message>
        <message>
            <source>同一天已经告知信访人(&amp;G)</source>
            <translation>The petitioner was told the same day (&amp;G)</translation>
        </message>
        <message>
            <source>同一天结束的留空</source>
            <translation>Empty if it ends the same day</translation>
        </message>
        <message>
            <source>同一条</source>
            <translation>the same record</translation>
        </message>
        <message>
            <source>同意人</source>
            <translation>Who agreed</translation>
        </message>
        <message>
            <source>名下的登记一起转过来。以后可以在“合并记录”里撤回，也可以按 Ctrl+Z。</source>
            <translation>All that belongs to this person comes along. The merge can be taken back later under “History of merges”, or with Ctrl+Z.</translation>
        </message>
        <message>
            <source>名册上的姓名和号码怎么写？</source>
            <translation>How shall names and numbers be written in the list?</translation>
        </message>
        <message>
            <source>名册已导出。</source>
            <translation>The register was exported.</translation>
        </message>
        <message>
            <source>名单</source>
            <translation>List</translation>
        </message>
        <message>
            <source>名单(&amp;D)</source>
            <translation>List (&amp;D)</translation>
        </message>
        <message>
            <source>名单(&amp;M)</source>
            <translation>List of people (&amp;M)</translation>
        </message>
        <message>
            <source>名单上有 {listed} 人，签到 {present} 人；没有签到的也算进来</source>
            <translation>{listed} on the list, {present} signed in; those who did not sign count too</translation>
        </message>
        <message>
            <source>名单上没有到场的志愿者，不记时长</source>
            <translation>No volunteer of the list came, no hours are recorded</translation>
        </message>
        <message>
            <source>名单上的人</source>
            <translation>People of the list</translation>
        </message>
        <message>
            <source>名单上还没有人</source>
            <translation>Nobody on the list yet</translation>
        </message>
        <message>
            <source>名单和场地预约一起删除；不办了的请点“取消活动”。可以按 Ctrl+Z 撤销。</source>
            <translation>The list and the booking go too; for an event that is not held choose “Call off the event”. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>名单和签到(&amp;M)…</source>
            <translation>List and signing in (&amp;M)…</translation>
        </message>
        <message>
            <source>名单里 {count} 人。</source>
            <translation>{count} people on the list.</translation>
        </message>
        <message>
            <source>名字</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>名字，如 独居老人</source>
            <translation>name, such as Elders living alone</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>名称(&amp;M)</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>名称(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>名称、地点、主讲人</source>
            <translation>Title, place, speaker</translation>
        </message>
        <message>
            <source>名称、拼音、负责人、电话</source>
            <translation>name, pinyin, who is in charge, phone</translation>
        </message>
        <message>
            <source>名称，如 物业</source>
            <translation>name, such as Caretaker</translation>
        </message>
        <message>
            <source>名（姓名分两列）</source>
            <translation>Given name (name in two columns)</translation>
        </message>
        <message>
            <source>后来做了什么</source>
            <translation>What was done since</translation>
        </message>
        <message>
            <source>后来的步骤</source>
            <translation>Later steps</translation>
        </message>
        <message>
            <source>后退</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>后面每周一样的 {count} 次也取消(&amp;K)</source>
            <translation>And the {count} same ones of later weeks (&amp;K)</translation>
        </message>
        <message>
            <source>否</source>
            <translation>No</translation>
        </message>
        <message>
            <source>含(&amp;N)</source>
            <translation>Co&amp;ntaining</translation>
        </message>
        <message>
            <source>告知书</source>
            <translation>Notice</translation>
        </message>
        <message>
            <source>告知书(&amp;G)…</source>
            <translation>Notices (&amp;G)…</translation>
        </message>
        <message>
            <source>告知书内容</source>
            <translation>Text of the notice</translation>
        </message>
        <message>
            <source>告知书内容(&amp;T)…</source>
            <translation>&amp;Text of the notice…</translation>
        </message>
        <message>
            <source>告诉本人；第一次登录时必须换成自己的密码。</source>
            <translation>Tell them; at the first sign-in they must choose their own.</translation>
        </message>
        <message>
            <source>周{day}</source>
            <translation>{day}</translation>
        </message>
        <message>
            <source>和印出来的卡一样大</source>
            <translation>As large as the printed card</translation>
        </message>
        <message>
            <source>和程序生成的文书一起装订</source>
            <translation>Bind together with the generated document</translation>
        </message>
        <message>
            <source>和这一位(&amp;L)</source>
            <translation>With whom (&amp;L)</translation>
        </message>
        <message>
            <source>咨询</source>
            <translation>Advice</translation>
        </message>
        <message>
            <source>咨询电话</source>
            <translation>Advice phone</translation>
        </message>
        <message>
            <source>咨询电话(&amp;T)</source>
            <translation>Advice phone (&amp;T)</translation>
        </message>
        <message>
            <source>咨询电话(&amp;Z)</source>
            <translation>Advice phone (&amp;Z)</translation>
        </message>
        <message>
            <source>哪一天(&amp;D)</source>
            <translation>Which &amp;day</translation>
        </message>
        <message>
            <source>哪一天(&amp;T)</source>
            <translation>Day (&amp;T)</translation>
        </message>
        <message>
            <source>哪一方(&amp;F)</source>
            <translation>Which side (&amp;F)</translation>
        </message>
        <message>
            <source>哪一条</source>
            <translation>Which one</translation>
        </message>
        <message>
            <source>哪一项</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>哪一项(&amp;W)</source>
            <translation>&amp;Which</translation>
        </message>
        <message>
            <source>哪个网格(&amp;G)</source>
            <translation>&amp;Grid</translation>
        </message>
        <message>
            <source>哪些人的信息满了保存期限，逐项决定去留</source>
            <translation>Whose data has been kept long enough; decide for each</translation>
        </message>
        <message>
            <source>哪些人的姓名里有印不出的字</source>
            <translation>Whose names have characters that cannot be printed</translation>
        </message>
        <message>
            <source>哪些地方不合规则，哪些班缺人</source>
            <translation>Which rules are broken and which shifts are short</translation>
        </message>
        <message>
            <source>哪些案件、信访、建议快到期了，哪些已经超期</source>
            <translation>Which cases, petitions and suggestions are due soon or overdue</translation>
        </message>
        <message>
            <source>哪几天</source>
            <translation>Which days</translation>
        </message>
        <message>
            <source>哪几天(&amp;H)</source>
            <translation>W&amp;hich days</translation>
        </message>
        <message>
            <source>哪天回访(&amp;E)</source>
            <translation>Follow-up day (&amp;E)</translation>
        </message>
        <message>
            <source>哪张图片</source>
            <translation>Which picture</translation>
        </message>
        <message>
            <source>哪支队伍(&amp;T)</source>
            <translation>Which &amp;team</translation>
        </message>
        <message>
            <source>哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>回到整张卡(&amp;K)</source>
            <translation>Bac&amp;k to the whole card</translation>
        </message>
        <message>
            <source>回收率</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>回收站</source>
            <translation>Recycle bin</translation>
        </message>
        <message>
            <source>回收站(&amp;G)…</source>
            <translation>Recycle bin (&amp;G)…</translation>
        </message>
        <message>
            <source>回收站是空的。</source>
            <translation>The recycle bin is empty.</translation>
        </message>
        <message>
            <source>回收站里的居民</source>
            <translation>Residents in the recycle bin</translation>
        </message>
        <message>
            <source>回访人(&amp;R)</source>
            <translation>Visited by (&amp;R)</translation>
        </message>
        <message>
            <source>回访期限</source>
            <translation>Follow up by</translation>
        </message>
        <message>
            <source>回访记录</source>
            <translation>Follow-up record</translation>
        </message>
        <message>
            <source>困难党员</source>
            <translation>Party member in need</translation>
        </message>
        <message>
            <source>固定电话(&amp;T)</source>
            <translation>Landline (&amp;T)</translation>
        </message>
        <message>
            <source>国家标准以外的字</source>
            <translation>Outside the national standard</translation>
        </message>
        <message>
            <source>图片</source>
            <translation>Picture</translation>
        </message>
        <message>
            <source>图片 (*.jpg *.jpeg *.png *.bmp)</source>
            <translation>Picture (*.jpg *.jpeg *.png *.bmp)</translation>
        </message>
        <message>
            <source>图片（从文件）(&amp;G)…</source>
            <translation>Picture from file (&amp;G)…</translation>
        </message>
        <message>
            <source>圆角</source>
            <translation>Corner radius</translation>
        </message>
        <message>
            <source>在“编辑”里写上网格的楼栋，住在那里的居民就会归入这个网格。</source>
            <translation>Enter the grid’s buildings under “Edit”; whoever lives there then belongs to the grid.</translation>
        </message>
        <message>
            <source>在上面写这个字的部件、拼音或笔画，找到的字就列出来；按向下键去选。</source>
            <translation>Type parts of the character, its pinyin or its strokes above; what is found is listed. Press Down to choose.</translation>
        </message>
        <message>
            <source>在下面找…</source>
            <translation>Find below…</translation>
        </message>
        <message>
            <source>在享受的</source>
            <translation>Those that go on</translation>
        </message>
        <message>
            <source>在人员名单里的志愿者自动对上，时长记到各人名下</source>
            <translation>Volunteers among the people are found by name, the hours are theirs</translation>
        </message>
        <message>
            <source>在住</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>在住 {people} 人：已签 {given}，没有签 {none}，拒绝 {refused}，撤回 {withdrawn}。</source>
            <translation>Of {people} people here: {given} signed, {none} not yet, {refused} refused, {withdrawn} withdrew.</translation>
        </message>
        <message>
            <source>在住人员</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>在住的</source>
            <translation>Those in use</translation>
        </message>
        <message>
            <source>在光标处插入一项资料，打印时换成每一户自己的内容</source>
            <translation>Insert a field at the cursor; printing puts in what belongs to each household</translation>
        </message>
        <message>
            <source>在办</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>在办或办结</source>
            <translation>Open or closed</translation>
        </message>
        <message>
            <source>在办的</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>在卷宗里添加扫描件</source>
            <translation>Add scans to the file</translation>
        </message>
        <message>
            <source>在后台把最近的备份恢复到一边，打开检查，再删掉。填 0 就不演练。</source>
            <translation>The latest backup is restored aside in the background, opened, checked and removed. 0 for never.</translation>
        </message>
        <message>
            <source>在哪几个网格</source>
            <translation>In which grids</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>在图上选一栋楼，这里就有它的数字。</source>
            <translation>Choose a building on the picture and its figures stand here.</translation>
        </message>
        <message>
            <source>在姓名里找打不出的字</source>
            <translation>Find characters in names that cannot be printed</translation>
        </message>
        <message>
            <source>在守望的</source>
            <translation>Those that go on</translation>
        </message>
        <message>
            <source>在居民资料里把政治面貌选为中共党员，再登记支部、管理方式和组织关系。</source>
            <translation>In a resident's data choose party member as political status, then record branch, leading and affiliation.</translation>
        </message>
        <message>
            <source>在居民页存成常用筛选的，这里整批加入</source>
            <translation>Filters kept among the residents, added as a whole</translation>
        </message>
        <message>
            <source>在岗天数</source>
            <translation>Days served</translation>
        </message>
        <message>
            <source>在左边点一下条件（或按回车），就加到这里。</source>
            <translation>Click a condition at the left, or press Enter on it, to add it here.</translation>
        </message>
        <message>
            <source>在左边选一位居民，这里显示详细情况。</source>
            <translation>Select a resident at the left to see the details here.</translation>
        </message>
        <message>
            <source>在帮助里找：词语或拼音首字母</source>
            <translation>Find in the help: words or initials of pinyin</translation>
        </message>
        <message>
            <source>在帮助里查找</source>
            <translation>Find in the help</translation>
        </message>
        <message>
            <source>在用</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>在用的</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>在看板里把卡片放到旁边一列</source>
            <translation>Move a card to the next column on the board</translation>
        </message>
        <message>
            <source>在统计报表里按“留存一份”，当时的数字就原样存下来。</source>
            <translation>“Keep a copy” in the report keeps the figures as they are then.</translation>
        </message>
        <message>
            <source>在表格里多选</source>
            <translation>Select several rows of a table</translation>
        </message>
        <message>
            <source>在表格里打开这一行；在窗口里按下蓝色按钮</source>
            <translation>Open the row of a table; press the blue button of a window</translation>
        </message>
        <message>
            <source>在装备里点“发放”，登记发给了谁。</source>
            <translation>Press Issue under Equipment to enter who has what.</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>地址(&amp;D)</source>
            <translation>A&amp;ddress</translation>
        </message>
        <message>
            <source>地方</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>地方(&amp;P)</source>
            <translation>&amp;Place</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>地点(&amp;D)</source>
            <translation>Place (&amp;D)</translation>
        </message>
        <message>
            <source>地点(&amp;P)</source>
            <translation>&amp;Place</translation>
        </message>
        <message>
            <source>场地</source>
            <translation>Venue</translation>
        </message>
        <message>
            <source>场地(&amp;D)</source>
            <translation>Venue (&amp;D)</translation>
        </message>
        <message>
            <source>场地(&amp;G)…</source>
            <translation>Venues (&amp;G)…</translation>
        </message>
        <message>
            <source>场地(&amp;V)</source>
            <translation>&amp;Venue</translation>
        </message>
        <message>
            <source>场地一览表</source>
            <translation>List of venues</translation>
        </message>
        <message>
            <source>场地使用单</source>
            <translation>Slip for a venue</translation>
        </message>
        <message>
            <source>场地使用安排</source>
            <translation>Use of the venues</translation>
        </message>
        <message>
            <source>场地和活动</source>
            <translation>Venues and events</translation>
        </message>
        <message>
            <source>场地和活动(&amp;V)…</source>
            <translation>&amp;Venues and events…</translation>
        </message>
        <message>
            <source>场地预约</source>
            <translation>Bookings</translation>
        </message>
        <message>
            <source>场地预约(&amp;Y)…</source>
            <translation>Bookings (&amp;Y)…</translation>
        </message>
        <message>
            <source>场地预约清单（{which}）</source>
            <translation>Bookings ({which})</translation>
        </message>
        <message>
            <source>培训和参观</source>
            <translation>Training and outings</translation>
        </message>
        <message>
            <source>培训和参观(&amp;T)…</source>
            <translation>&amp;Training and outings…</translation>
        </message>
        <message>
            <source>培训和参观台账（{which}）</source>
            <translation>Training and outings ({which})</translation>
        </message>
        <message>
            <source>培训和表彰(&amp;T)…</source>
            <translation>&amp;Training and praise…</translation>
        </message>
        <message>
            <source>培训记录</source>
            <translation>Training</translation>
        </message>
        <message>
            <source>基本与证件</source>
            <translation>Person and documents</translation>
        </message>
        <message>
            <source>填了一半的表会留着，{name}下次登录时可以接着填。</source>
            <translation>Half-filled forms are kept; {name} can go on with them at the next sign-in.</translation>
        </message>
        <message>
            <source>填了什么</source>
            <translation>What was filled in</translation>
        </message>
        <message>
            <source>填了单元或房号，还要填楼栋或门牌。</source>
            <translation>With a unit or room, the building or door number is needed too.</translation>
        </message>
        <message>
            <source>填什么(&amp;K)</source>
            <translation>What is filled in (&amp;K)</translation>
        </message>
        <message>
            <source>填入范文(&amp;F)</source>
            <translation>&amp;Fill in the sample text</translation>
        </message>
        <message>
            <source>填写一年(&amp;N)…</source>
            <translation>E&amp;nter a year…</translation>
        </message>
        <message>
            <source>填写时间</source>
            <translation>Filled in</translation>
        </message>
        <message>
            <source>填写项</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>填写项(&amp;T)</source>
            <translation>Fields (&amp;T)</translation>
        </message>
        <message>
            <source>填好上面各项，这里就画出来。</source>
            <translation>Fill in the fields above and the sheet is drawn here.</translation>
        </message>
        <message>
            <source>填好岗位模板，缺谁、谁兼了几处，会列在这里。</source>
            <translation>Fill in the template of posts, and who is missing or holds several is listed here.</translation>
        </message>
        <message>
            <source>填选项的才要写，用、隔开</source>
            <translation>Only for fields with a choice; separate with 、</translation>
        </message>
        <message>
            <source>墙上的大表（A3）</source>
            <translation>Sheet for the wall (A3)</translation>
        </message>
        <message>
            <source>墙上的大表（A4）</source>
            <translation>Sheet for the wall (A4)</translation>
        </message>
        <message>
            <source>墨快用完了</source>
            <translation>Ink is low</translation>
        </message>
        <message>
            <source>墨用完了，请更换</source>
            <translation>Out of ink; please replace it</translation>
        </message>
        <message>
            <source>墨粉快用完了</source>
            <translation>Toner is low</translation>
        </message>
        <message>
            <source>墨粉用完了，请换墨粉盒</source>
            <translation>Out of toner; please replace the cartridge</translation>
        </message>
        <message>
            <source>处</source>
            <translation>dwellings</translation>
        </message>
        <message>
            <source>处理</source>
            <translation>Handling</translation>
        </message>
        <message>
            <source>处理完了，略过 {count} 处：那些字还印不出来。</source>
            <translation>All done but {count}, which were left out: those characters still cannot be printed.</translation>
        </message>
        <message>
            <source>处理这些字(&amp;F)…</source>
            <translation>Put these characters right (&amp;F)…</translation>
        </message>
        <message>
            <source>备份</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>备份与恢复</source>
            <translation>Backup and restore</translation>
        </message>
        <message>
            <source>备份与恢复(&amp;B)…</source>
            <translation>&amp;Backup and restore…</translation>
        </message>
        <message>
            <source>备份完成，已经打开核对过。</source>
            <translation>The backup is made and was opened to check it.</translation>
        </message>
        <message>
            <source>备份文件 ({kinds})</source>
            <translation>Backup files ({kinds})</translation>
        </message>
        <message>
            <source>备份没有做成</source>
            <translation>The backup failed</translation>
        </message>
        <message>
            <source>备份演练没有通过</source>
            <translation>The rehearsal of a backup failed</translation>
        </message>
        <message>
            <source>备份的保留规则</source>
            <translation>Keep rule of backups</translation>
        </message>
        <message>
            <source>备份盘(&amp;S)…</source>
            <translation>Backup &amp;stick…</translation>
        </message>
        <message>
            <source>备份盘“{name}”</source>
            <translation>Backup stick "{name}"</translation>
        </message>
        <message>
            <source>备份盘“{name}”没有备份上</source>
            <translation>Backup stick "{name}" got no backup</translation>
        </message>
        <message>
            <source>备份盘“{name}”没有插</source>
            <translation>Backup stick "{name}" is not plugged in</translation>
        </message>
        <message>
            <source>备份盘“{name}”：{when}</source>
            <translation>Backup stick "{name}": {when}</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>备注(&amp;M)</source>
            <translation>Re&amp;mark</translation>
        </message>
        <message>
            <source>备注(&amp;O)</source>
            <translation>N&amp;ote</translation>
        </message>
        <message>
            <source>备注(&amp;R)</source>
            <translation>Note (&amp;R)</translation>
        </message>
        <message>
            <source>备注(&amp;T)</source>
            <translation>No&amp;te</translation>
        </message>
        <message>
            <source>备注(&amp;Z)</source>
            <translation>Note (&amp;Z)</translation>
        </message>
        <message>
            <source>备注，如 女儿</source>
            <translation>remark, such as daughter</translation>
        </message>
        <message>
            <source>复制</source>
            <translation>Copy</translation>
        </message>
        <message>
            <source>复制(&amp;D)…</source>
            <translation>&amp;Duplicate…</translation>
        </message>
        <message>
            <source>复制一份来改</source>
            <translation>Change a copy</translation>
        </message>
        <message>
            <source>复制为表格(&amp;C)</source>
            <translation>&amp;Copy as a table</translation>
        </message>
        <message>
            <source>复制出来的那一份归你，可以随便改；自带的还在。</source>
            <translation>The copy is yours to change; the original stays.</translation>
        </message>
        <message>
            <source>复制卡片模板</source>
            <translation>Duplicate card template</translation>
        </message>
        <message>
            <source>复制成自己的</source>
            <translation>Copy as own</translation>
        </message>
        <message>
            <source>复制成自己的(&amp;D)…</source>
            <translation>Copy as own (&amp;D)…</translation>
        </message>
        <message>
            <source>复制的号码清除(&amp;C)</source>
            <translation>&amp;Copied numbers are cleared</translation>
        </message>
        <message>
            <source>复制钥匙码(&amp;P)</source>
            <translation>Co&amp;py key code</translation>
        </message>
        <message>
            <source>复查日期</source>
            <translation>Review date</translation>
        </message>
        <message>
            <source>复核</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>复核日期(&amp;F)</source>
            <translation>Review date (&amp;F)</translation>
        </message>
        <message>
            <source>复核通过</source>
            <translation>Review passed</translation>
        </message>
        <message>
            <source>复核通过(&amp;F)…</source>
            <translation>Review passed (&amp;F)…</translation>
        </message>
        <message>
            <source>外观(&amp;L)</source>
            <translation>&amp;Look</translation>
        </message>
        <message>
            <source>外观和字号(&amp;Z)</source>
            <translation>Look and type si&amp;ze</translation>
        </message>
        <message>
            <source>多久没有操作就锁定(&amp;L)</source>
            <translation>&amp;Lock when nothing is done for</translation>
        </message>
        <message>
            <source>多久没有操作就锁定，密码要多长、多久换一次</source>
            <translation>When to lock, how long passwords must be and how often they change</translation>
        </message>
        <message>
            <source>多久要换一次(&amp;T)</source>
            <translation>&amp;Time until it must be changed</translation>
        </message>
        <message>
            <source>多长(&amp;L)</source>
            <translation>How &amp;long</translation>
        </message>
        <message>
            <source>夜班</source>
            <translation>Nights</translation>
        </message>
        <message>
            <source>夜班均匀(&amp;2)</source>
            <translation>Even out nights (&amp;2)</translation>
        </message>
        <message>
            <source>够长就不论种类(&amp;G)</source>
            <translation>Lon&amp;g enough, whatever kinds</translation>
        </message>
        <message>
            <source>大写字母、小写字母、数字、其他符号或汉字，共四种。</source>
            <translation>Capital letters, small letters, digits, and other signs or Chinese characters: four kinds.</translation>
        </message>
        <message>
            <source>大厅信息</source>
            <translation>Hall</translation>
        </message>
        <message>
            <source>大厅名称(&amp;H)</source>
            <translation>&amp;Hall</translation>
        </message>
        <message>
            <source>大厅和网格</source>
            <translation>Hall and grid</translation>
        </message>
        <message>
            <source>大厅还没有填服务热线，可在“菜单 → 设置”里填。</source>
            <translation>The hall has no hotline yet; add it in Menu → Settings.</translation>
        </message>
        <message>
            <source>大小</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>大小(&amp;Z)</source>
            <translation>Si&amp;ze</translation>
        </message>
        <message>
            <source>大小写、空格和横线不用管。</source>
            <translation>Case, spaces and dashes do not matter.</translation>
        </message>
        <message>
            <source>大小（字）</source>
            <translation>Size (characters)</translation>
        </message>
        <message>
            <source>大小（毫米）</source>
            <translation>Size (mm)</translation>
        </message>
        <message>
            <source>大约几人(&amp;R)</source>
            <translation>About how many (&amp;R)</translation>
        </message>
        <message>
            <source>大约几人(&amp;Y)</source>
            <translation>About how man&amp;y</translation>
        </message>
        <message>
            <source>天</source>
            <translation>days</translation>
        </message>
        <message>
            <source>天内到期（已过期的也算）</source>
            <translation>days until it expires (expired ones count too)</translation>
        </message>
        <message>
            <source>天数</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>太小了，印出来会模糊，最好换一张近一些的照片。</source>
            <translation> That is too little and will print blurred; better take a photo from closer by.</translation>
        </message>
        <message>
            <source>奖</source>
            <translation>Bonus</translation>
        </message>
        <message>
            <source>奖或罚(&amp;J)…</source>
            <translation>Bonus or deduction (&amp;J)…</translation>
        </message>
        <message>
            <source>奖罚说明</source>
            <translation>Bonuses and deductions</translation>
        </message>
        <message>
            <source>女</source>
            <translation>Female</translation>
        </message>
        <message>
            <source>女性(&amp;W)</source>
            <translation>&amp;Woman</translation>
        </message>
        <message>
            <source>如 01</source>
            <translation>such as 01</translation>
        </message>
        <message>
            <source>如 08</source>
            <translation>such as 08</translation>
        </message>
        <message>
            <source>如 14:30</source>
            <translation>such as 14:30</translation>
        </message>
        <message>
            <source>如 1956-03-08 或 1956</source>
            <translation>such as 1956-03-08 or 1956</translation>
        </message>
        <message>
            <source>如 1号楼到5号楼</source>
            <translation>Such as buildings 1 to 5</translation>
        </message>
        <message>
            <source>如 2.5</source>
            <translation>Such as 2.5</translation>
        </message>
        <message>
            <source>如 2026-11-23</source>
            <translation>such as 2026-11-23</translation>
        </message>
        <message>
            <source>如 20:00</source>
            <translation>such as 20:00</translation>
        </message>
        <message>
            <source>如 3</source>
            <translation>such as 3</translation>
        </message>
        <message>
            <source>如 3号楼2单元501</source>
            <translation>Such as building 3, unit 2, room 501</translation>
        </message>
        <message>
            <source>如 3号楼2单元501室</source>
            <translation>such as 3号楼2单元501室</translation>
        </message>
        <message>
            <source>如 3号楼、幸福巷12号</source>
            <translation>such as 3号楼、幸福巷12号</translation>
        </message>
        <message>
            <source>如 3号楼前，可以不填</source>
            <translation>such as 3号楼前; optional</translation>
        </message>
        <message>
            <source>如 3号窗口</source>
            <translation>such as window 3</translation>
        </message>
        <message>
            <source>如 8</source>
            <translation>such as 8</translation>
        </message>
        <message>
            <source>如 9:30—11:00</source>
            <translation>Such as 9:30—11:00</translation>
        </message>
        <message>
            <source>如 9:30—11:30</source>
            <translation>such as 9:30—11:30</translation>
        </message>
        <message>
            <source>如 9:30—11:30，可以不填</source>
            <translation>Such as 9:30—11:30; may stay empty</translation>
        </message>
        <message>
            <source>如 A4 标签 3×8</source>
            <translation>such as A4 labels 3×8</translation>
        </message>
        <message>
            <source>如 {example}</source>
            <translation>such as {example}</translation>
        </message>
        <message>
            <source>如 {number}</source>
            <translation>such as {number}</translation>
        </message>
        <message>
            <source>如 一楼警务室</source>
            <translation>such as 一楼警务室</translation>
        </message>
        <message>
            <source>如 上午、14:00 以后</source>
            <translation>Such as in the morning, after 14:00</translation>
        </message>
        <message>
            <source>如 东河社区</source>
            <translation>such as 东河社区</translation>
        </message>
        <message>
            <source>如 东片调解组</source>
            <translation>Such as Group East</translation>
        </message>
        <message>
            <source>如 东间、2号房</source>
            <translation>such as east room, room 2</translation>
        </message>
        <message>
            <source>如 丢失、没有去</source>
            <translation>such as lost, not walked</translation>
        </message>
        <message>
            <source>如 主任、会长、经理</source>
            <translation>such as director, chairman, manager</translation>
        </message>
        <message>
            <source>如 义诊、陪伴老人</source>
            <translation>Such as health checks, company for elders</translation>
        </message>
        <message>
            <source>如 事业单位、企业、业主委员会</source>
            <translation>such as public institution, company, owners' committee</translation>
        </message>
        <message>
            <source>如 二楼档案室</source>
            <translation>such as archive, second floor</translation>
        </message>
        <message>
            <source>如 代为参加调解、代为签订协议</source>
            <translation>Such as take part and sign on the party's behalf</translation>
        </message>
        <message>
            <source>如 会议取消</source>
            <translation>such as meeting cancelled</translation>
        </message>
        <message>
            <source>如 低保、临时救助、高龄津贴</source>
            <translation>such as low income, temporary aid, old-age allowance</translation>
        </message>
        <message>
            <source>如 低保证号，可以不填</source>
            <translation>such as the low-income certificate's number; may stay empty</translation>
        </message>
        <message>
            <source>如 儿子、律师</source>
            <translation>Such as son, lawyer</translation>
        </message>
        <message>
            <source>如 党员大会评议通过</source>
            <translation>such as agreed on by the members' meeting</translation>
        </message>
        <message>
            <source>如 党员学习、舞蹈排练</source>
            <translation>such as 党员学习、舞蹈排练</translation>
        </message>
        <message>
            <source>如 党员活动室</source>
            <translation>such as 党员活动室</translation>
        </message>
        <message>
            <source>如 全体人员培训</source>
            <translation>such as training of all staff</translation>
        </message>
        <message>
            <source>如 关于{事由}的通知</source>
            <translation>such as 关于{事由}的通知</translation>
        </message>
        <message>
            <source>如 关爱援助站</source>
            <translation>such as care station</translation>
        </message>
        <message>
            <source>如 及时报告火情</source>
            <translation>such as reported a fire in time</translation>
        </message>
        <message>
            <source>如 双方当事人同意</source>
            <translation>such as both parties agree</translation>
        </message>
        <message>
            <source>如 反映征地补偿</source>
            <translation>Such as compensation for land</translation>
        </message>
        <message>
            <source>如 各位居民；不要可以空着</source>
            <translation>such as 各位居民; empty for none</translation>
        </message>
        <message>
            <source>如 周一至周五 9:00–18:00</source>
            <translation>such as Monday to Friday 9:00–18:00</translation>
        </message>
        <message>
            <source>如 周一至周五 9:30—13:30</source>
            <translation>such as 周一至周五 9:30—13:30</translation>
        </message>
        <message>
            <source>如 周二 9:00—12:00，周末 10:00—18:00</source>
            <translation>Such as 周二 9:00—12:00，周末 10:00—18:00</translation>
        </message>
        <message>
            <source>如 周二、周四</source>
            <translation>such as 周二、周四</translation>
        </message>
        <message>
            <source>如 回家、转院、去世</source>
            <translation>such as went home, other hospital, died</translation>
        </message>
        <message>
            <source>如 培训班、外出参观、党课</source>
            <translation>such as course, outing, party lesson</translation>
        </message>
        <message>
            <source>如 处置突发性事件预案</source>
            <translation>such as 处置突发性事件预案</translation>
        </message>
        <message>
            <source>如 复印件</source>
            <translation>Such as copy</translation>
        </message>
        <message>
            <source>如 夜间义务巡逻</source>
            <translation>such as night patrol</translation>
        </message>
        <message>
            <source>如 大厅值班</source>
            <translation>Such as Hall duty</translation>
        </message>
        <message>
            <source>如 大厅打印机 手送纸盒</source>
            <translation>such as hall printer, manual tray</translation>
        </message>
        <message>
            <source>如 天气不好、改期</source>
            <translation>such as bad weather, another day</translation>
        </message>
        <message>
            <source>如 夫妻，家里要留一个人</source>
            <translation>Such as a couple; one has to stay at home</translation>
        </message>
        <message>
            <source>如 头盔、警棍、迷彩服</source>
            <translation>such as helmets, batons, uniforms</translation>
        </message>
        <message>
            <source>如 家庭收入提高、已迁出、已去世、期满</source>
            <translation>such as higher income, moved out, deceased, term over</translation>
        </message>
        <message>
            <source>如 家里有事</source>
            <translation>Such as family matters</translation>
        </message>
        <message>
            <source>如 居民满意度调查</source>
            <translation>such as how content residents are</translation>
        </message>
        <message>
            <source>如 带班领导的姓名</source>
            <translation>Such as the leader's name</translation>
        </message>
        <message>
            <source>如 幸福理发店</source>
            <translation>Such as Xingfu hairdresser</translation>
        </message>
        <message>
            <source>如 幸福路</source>
            <translation>such as 幸福路</translation>
        </message>
        <message>
            <source>如 张三与李四邻里纠纷</source>
            <translation>Such as Zhang and Li, neighbours' dispute</translation>
        </message>
        <message>
            <source>如 急救、维吾尔语</source>
            <translation>Such as first aid, Uyghur</translation>
        </message>
        <message>
            <source>如 急救培训、县优秀志愿者、服务对象评价满意</source>
            <translation>Such as first-aid training, volunteer of the county, those served are content</translation>
        </message>
        <message>
            <source>如 您对社区环境卫生满意吗？</source>
            <translation>such as Are you content with the cleanliness of the community?</translation>
        </message>
        <message>
            <source>如 投影、音响、桌椅 60 套</source>
            <translation>such as a projector, loudspeakers, 60 chairs</translation>
        </message>
        <message>
            <source>如 护理床、靠窗</source>
            <translation>such as nursing bed, by the window</translation>
        </message>
        <message>
            <source>如 报街道司法所</source>
            <translation>Such as for the justice office</translation>
        </message>
        <message>
            <source>如 支付医药费、修好下水管</source>
            <translation>Such as pay the medical bill, repair the pipe</translation>
        </message>
        <message>
            <source>如 政策宣传岗</source>
            <translation>such as explaining policies</translation>
        </message>
        <message>
            <source>如 敬老中心</source>
            <translation>such as Jinglao Centre</translation>
        </message>
        <message>
            <source>如 春节值班联络</source>
            <translation>Such as duty at Spring Festival</translation>
        </message>
        <message>
            <source>如 普法讲座、重阳节慰问</source>
            <translation>such as a legal lecture, a visit on 重阳节</translation>
        </message>
        <message>
            <source>如 木垒镇</source>
            <translation>such as 木垒镇</translation>
        </message>
        <message>
            <source>如 本人、女儿</source>
            <translation>Such as in person, daughter</translation>
        </message>
        <message>
            <source>如 本社区联系卡</source>
            <translation>such as our contact card</translation>
        </message>
        <message>
            <source>如 某某县人民法院</source>
            <translation>Such as the county court</translation>
        </message>
        <message>
            <source>如 母亲</source>
            <translation>such as mother</translation>
        </message>
        <message>
            <source>如 水电维修、书法</source>
            <translation>such as plumbing, calligraphy</translation>
        </message>
        <message>
            <source>如 治安巡逻队</source>
            <translation>such as 治安巡逻队</translation>
        </message>
        <message>
            <source>如 法律咨询、婚姻家庭</source>
            <translation>Such as legal advice, marriage and family</translation>
        </message>
        <message>
            <source>如 法治宣传教育、党员活动</source>
            <translation>such as legal education, party activities</translation>
        </message>
        <message>
            <source>如 派出所、物业公司</source>
            <translation>Such as police station, property company</translation>
        </message>
        <message>
            <source>如 消防疏散演练</source>
            <translation>such as fire drill</translation>
        </message>
        <message>
            <source>如 消防知识、参观敬老中心</source>
            <translation>such as fire safety, a visit to Jinglao Centre</translation>
        </message>
        <message>
            <source>如 独居老人、低保</source>
            <translation>such as lives alone, low income</translation>
        </message>
        <message>
            <source>如 环境卫生监督员</source>
            <translation>such as cleanliness warden</translation>
        </message>
        <message>
            <source>如 现金当面付清，有收条</source>
            <translation>Such as cash paid on the spot with receipt</translation>
        </message>
        <message>
            <source>如 理发、洗衣</source>
            <translation>Such as haircut, laundry</translation>
        </message>
        <message>
            <source>如 白班</source>
            <translation>Such as Day</translation>
        </message>
        <message>
            <source>如 社区二楼</source>
            <translation>such as second floor of the community office</translation>
        </message>
        <message>
            <source>如 社区党总支、妇联</source>
            <translation>such as the party branch, the women's federation</translation>
        </message>
        <message>
            <source>如 社区居委会、街道办事处</source>
            <translation>Such as residents' committee, street office</translation>
        </message>
        <message>
            <source>如 社区干部 6、党员 29</source>
            <translation>such as 社区干部 6、党员 29</translation>
        </message>
        <message>
            <source>如 社区服务中心一楼</source>
            <translation>such as service centre, ground floor</translation>
        </message>
        <message>
            <source>如 社区调解室</source>
            <translation>Such as the community's mediation room</translation>
        </message>
        <message>
            <source>如 第一党支部</source>
            <translation>such as party branch 1</translation>
        </message>
        <message>
            <source>如 第一党支部书记</source>
            <translation>such as secretary of party branch 1</translation>
        </message>
        <message>
            <source>如 第一网格</source>
            <translation>such as Grid 1</translation>
        </message>
        <message>
            <source>如 第一网格，可不填</source>
            <translation>such as Grid 1; may stay empty</translation>
        </message>
        <message>
            <source>如 红色U盘</source>
            <translation>such as red stick</translation>
        </message>
        <message>
            <source>如 经理、主任</source>
            <translation>Such as manager, director</translation>
        </message>
        <message>
            <source>如 综合受理</source>
            <translation>such as general service</translation>
        </message>
        <message>
            <source>如 网格接访日</source>
            <translation>such as 网格接访日</translation>
        </message>
        <message>
            <source>如 老年人优待证</source>
            <translation>Such as elders' card</translation>
        </message>
        <message>
            <source>如 老年人优待证代办</source>
            <translation>Such as elders' card, done for people</translation>
        </message>
        <message>
            <source>如 联络员工作职责</source>
            <translation>such as 联络员工作职责</translation>
        </message>
        <message>
            <source>如 街道核对人口</source>
            <translation>such as check by the sub-district</translation>
        </message>
        <message>
            <source>如 街道综治办</source>
            <translation>such as 街道综治办</translation>
        </message>
        <message>
            <source>如 西</source>
            <translation>Such as 西</translation>
        </message>
        <message>
            <source>如 西河小学</source>
            <translation>such as 西河小学</translation>
        </message>
        <message>
            <source>如 西河派出所</source>
            <translation>Such as Xihe police station</translation>
        </message>
        <message>
            <source>如 西河社区</source>
            <translation>such as Xihe Community</translation>
        </message>
        <message>
            <source>如 西河社区人民调解委员会</source>
            <translation>Such as Xihe community people's mediation committee</translation>
        </message>
        <message>
            <source>如 西河社区居民委员会</source>
            <translation>such as 西河社区居民委员会</translation>
        </message>
        <message>
            <source>如 西河路—市场—沿河路</source>
            <translation>such as 西河路—市场—沿河路</translation>
        </message>
        <message>
            <source>如 证明开具</source>
            <translation>such as issuing a certificate</translation>
        </message>
        <message>
            <source>如 起诉和判决情况、有没有新的隐患</source>
            <translation>Such as lawsuit and ruling, new risks</translation>
        </message>
        <message>
            <source>如 通知的名称和日期</source>
            <translation>such as title and date of the notice</translation>
        </message>
        <message>
            <source>如 遗属补助还在发放</source>
            <translation>such as survivor's benefit still being paid</translation>
        </message>
        <message>
            <source>如 重复登记</source>
            <translation>such as entered twice</translation>
        </message>
        <message>
            <source>如 长期</source>
            <translation>Such as long-term</translation>
        </message>
        <message>
            <source>如 陪伴老人</source>
            <translation>Such as company for elders</translation>
        </message>
        <message>
            <source>如 集合地点</source>
            <translation>such as the meeting place</translation>
        </message>
        <message>
            <source>如 顶、根、套</source>
            <translation>such as pieces, sets</translation>
        </message>
        <message>
            <source>如 驾驶员、通讯员</source>
            <translation>such as driver, messenger</translation>
        </message>
        <message>
            <source>如果导错了，回到主窗口按 Ctrl+Z 可以把这次导入整个撤销。</source>
            <translation>If it was wrong, Ctrl+Z in the main window takes the whole import back.</translation>
        </message>
        <message>
            <source>如果常常这样，请登录后点“安全”里的“问题报告”，存到U盘交给维护人员。</source>
            <translation>If this happens often, sign in, open "Problem reports" under "Safety" and carry them on a stick to whoever looks after the program.</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>姓名(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>姓名、技能、编号</source>
            <translation>Name, skill, number</translation>
        </message>
        <message>
            <source>姓名、拼音、电话、住址、卡号、楼栋、单位，或要做的事</source>
            <translation>Name, pinyin, phone, address, card number, building, organisation, or what to do</translation>
        </message>
        <message>
            <source>姓名、拼音、电话、证件号后四位、住址（Ctrl+F）</source>
            <translation>Name, pinyin, phone, end of document number, address (Ctrl+F)</translation>
        </message>
        <message>
            <source>姓名、拼音首字母、电话、证件号后四位，或住址如 3-2-501</source>
            <translation>Name, initials, phone, end of document number, or address such as 3-2-501</translation>
        </message>
        <message>
            <source>姓名、拼音首字母、电话，或住址如 3-2-501；不写时列出党员</source>
            <translation>Name, initials, phone, or address such as 3-2-501; empty lists the party members</translation>
        </message>
        <message>
            <source>姓名、电话、住址等，几个词用空格隔开</source>
            <translation>name, phone, address and so on; separate several words by spaces</translation>
        </message>
        <message>
            <source>姓名只在“·”后换行</source>
            <translation>Break names only after “·”</translation>
        </message>
        <message>
            <source>姓名只留姓，住址只留到小区。</source>
            <translation>Of names the surname stays, of addresses the estate.</translation>
        </message>
        <message>
            <source>姓名或内容</source>
            <translation>Name or content</translation>
        </message>
        <message>
            <source>姓名或名称(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>姓名或拼音</source>
            <translation>Name or pinyin</translation>
        </message>
        <message>
            <source>姓名或拼音首字母</source>
            <translation>Name or initials</translation>
        </message>
        <message>
            <source>姓名，几个人用、隔开</source>
            <translation>Names, several separated by 、</translation>
        </message>
        <message>
            <source>姓名，或街道、部门的窗口</source>
            <translation>Name, or counter of the street or department</translation>
        </message>
        <message>
            <source>姓（姓名分两列）</source>
            <translation>Surname (name in two columns)</translation>
        </message>
        <message>
            <source>委员</source>
            <translation>Members</translation>
        </message>
        <message>
            <source>委员(&amp;W)</source>
            <translation>Members (&amp;W)</translation>
        </message>
        <message>
            <source>委托从哪天起</source>
            <translation>Agent since</translation>
        </message>
        <message>
            <source>委托代理人</source>
            <translation>Agents</translation>
        </message>
        <message>
            <source>婚姻状况</source>
            <translation>Marital status</translation>
        </message>
        <message>
            <source>字体</source>
            <translation>Font</translation>
        </message>
        <message>
            <source>字体和手绘字</source>
            <translation>Fonts and drawn characters</translation>
        </message>
        <message>
            <source>字体和手绘字(&amp;F)…</source>
            <translation>&amp;Fonts and drawn characters…</translation>
        </message>
        <message>
            <source>字体文件 ({kinds})</source>
            <translation>Font file ({kinds})</translation>
        </message>
        <message>
            <source>字号</source>
            <translation>Type size</translation>
        </message>
        <message>
            <source>字号(&amp;Z)</source>
            <translation>Type si&amp;ze</translation>
        </message>
        <message>
            <source>字的部件、拼音、笔画或编码</source>
            <translation>Components, pinyin, strokes or code of a character</translation>
        </message>
        <message>
            <source>存为 PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>存为 PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>存到U盘(&amp;S)…</source>
            <translation>&amp;Save to a stick…</translation>
        </message>
        <message>
            <source>存在哪里</source>
            <translation>Kept where</translation>
        </message>
        <message>
            <source>存成钥匙文件</source>
            <translation>Save as key file</translation>
        </message>
        <message>
            <source>存成钥匙文件(&amp;S)…</source>
            <translation>&amp;Save as key file…</translation>
        </message>
        <message>
            <source>存档件里有按规定删除了的人，这是按剩下的内容重新排的。</source>
            <translation>Somebody in the archive copy was erased by law; this is set anew from what is left.</translation>
        </message>
        <message>
            <source>季报</source>
            <translation>Quarterly</translation>
        </message>
        <message>
            <source>守望着</source>
            <translation>Looks after</translation>
        </message>
        <message>
            <source>守望谁</source>
            <translation>Looked after</translation>
        </message>
        <message>
            <source>守望谁(&amp;R)</source>
            <translation>Looks afte&amp;r</translation>
        </message>
        <message>
            <source>守望邻居</source>
            <translation>Neighbour</translation>
        </message>
        <message>
            <source>守望邻居(&amp;N)</source>
            <translation>&amp;Neighbour</translation>
        </message>
        <message>
            <source>安全</source>
            <translation>Safety</translation>
        </message>
        <message>
            <source>完好</source>
            <translation>sound</translation>
        </message>
        <message>
            <source>完成(&amp;F)</source>
            <translation>&amp;Finish</translation>
        </message>
        <message>
            <source>完整</source>
            <translation>In full</translation>
        </message>
        <message>
            <source>完整导出证件号码，请写明用途。</source>
            <translation>Full document numbers are exported; please say what for.</translation>
        </message>
        <message>
            <source>完整放进框里</source>
            <translation>Fit whole into the frame</translation>
        </message>
        <message>
            <source>完整显示</source>
            <translation>In full</translation>
        </message>
        <message>
            <source>定下来贴出去；以后只能换班替班</source>
            <translation>Fix it for the wall; afterwards only swaps and stand-ins</translation>
        </message>
        <message>
            <source>实到</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>实到人数(&amp;H)</source>
            <translation>Present (&amp;H)</translation>
        </message>
        <message>
            <source>实发（元）</source>
            <translation>Paid (yuan)</translation>
        </message>
        <message>
            <source>实线</source>
            <translation>Solid</translation>
        </message>
        <message>
            <source>实际大小</source>
            <translation>Actual size</translation>
        </message>
        <message>
            <source>实际开始服务的时间，路上不算</source>
            <translation>When service really began, without the way</translation>
        </message>
        <message>
            <source>审计日志</source>
            <translation>Audit trail</translation>
        </message>
        <message>
            <source>审计日志(&amp;L)…</source>
            <translation>Audit trai&amp;l…</translation>
        </message>
        <message>
            <source>审计记录链头</source>
            <translation>Head of the audit chain</translation>
        </message>
        <message>
            <source>家属电话(&amp;T)</source>
            <translation>Family's phone (&amp;T)</translation>
        </message>
        <message>
            <source>家庭户</source>
            <translation>Family</translation>
        </message>
        <message>
            <source>家政人员　{name}</source>
            <translation>Housekeeper　{name}</translation>
        </message>
        <message>
            <source>家政派单 {number}</source>
            <translation>Request {number}</translation>
        </message>
        <message>
            <source>家政派遣</source>
            <translation>Home services</translation>
        </message>
        <message>
            <source>家政派遣(&amp;D)…</source>
            <translation>Home services (&amp;D)…</translation>
        </message>
        <message>
            <source>家政派遣清单（{which}）</source>
            <translation>Requests for home services ({which})</translation>
        </message>
        <message>
            <source>容纳</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>宽</source>
            <translation>Width</translation>
        </message>
        <message>
            <source>宽(&amp;L)</source>
            <translation>Width (&amp;L)</translation>
        </message>
        <message>
            <source>宽(&amp;W)</source>
            <translation>&amp;Width</translation>
        </message>
        <message>
            <source>密码</source>
            <translation>Password</translation>
        </message>
        <message>
            <source>密码(&amp;P)</source>
            <translation>&amp;Password</translation>
        </message>
        <message>
            <source>密码不对，试错次数太多。请等 {seconds} 秒后再试。</source>
            <translation>Wrong password, too many tries. Please wait {seconds} seconds.</translation>
        </message>
        <message>
            <source>密码和锁定</source>
            <translation>Passwords and locking</translation>
        </message>
        <message>
            <source>密码和锁定(&amp;S)…</source>
            <translation>Pa&amp;sswords and locking…</translation>
        </message>
        <message>
            <source>密码已修改，下次请用新密码登录。</source>
            <translation>The password was changed. Use the new one next time.</translation>
        </message>
        <message>
            <source>密码或恢复码(&amp;P)</source>
            <translation>&amp;Password or recovery code</translation>
        </message>
        <message>
            <source>对方</source>
            <translation>Theirs</translation>
        </message>
        <message>
            <source>对方打开这个文件时要输入这个密码。请另外告诉对方，不要和文件放在一起；忘了密码，谁也打不开，只能重新保存一份。</source>
            <translation>Whoever opens the file must type this password. Tell it separately and do not keep it with the file; if it is forgotten nobody can open the file and it has to be saved again.</translation>
        </message>
        <message>
            <source>对方电脑的时间比这台快 {count} 分钟，请核对两台电脑的时间。</source>
            <translation>The clock of the other computer is {count} minutes ahead of this one; check both.</translation>
        </message>
        <message>
            <source>对象</source>
            <translation>About</translation>
        </message>
        <message>
            <source>导入(&amp;I)…</source>
            <translation>&amp;Import…</translation>
        </message>
        <message>
            <source>导入、升级、恢复以前做的备份另外留 30 天。最后两份总是留着。</source>
            <translation>Backups made before an import, upgrade or restore stay another 30 days. The last two always stay.</translation>
        </message>
        <message>
            <source>导入一份 Excel</source>
            <translation>Import a workbook</translation>
        </message>
        <message>
            <source>导入卡片模板</source>
            <translation>Import card template</translation>
        </message>
        <message>
            <source>导入台账</source>
            <translation>Import ledger</translation>
        </message>
        <message>
            <source>导入台账(&amp;I)…</source>
            <translation>&amp;Import ledger…</translation>
        </message>
        <message>
            <source>导入后的样子</source>
            <translation>After the import</translation>
        </message>
        <message>
            <source>导入完成</source>
            <translation>Import done</translation>
        </message>
        <message>
            <source>导入这张表(&amp;B)</source>
            <translation>Import this sheet (&amp;B)</translation>
        </message>
        <message>
            <source>导出(&amp;E)…</source>
            <translation>&amp;Export…</translation>
        </message>
        <message>
            <source>导出(&amp;O)…</source>
            <translation>Exp&amp;ort…</translation>
        </message>
        <message>
            <source>导出(&amp;S)…</source>
            <translation>Export (&amp;S)…</translation>
        </message>
        <message>
            <source>导出个人信息副本</source>
            <translation>Export a copy of personal data</translation>
        </message>
        <message>
            <source>导出值班表</source>
            <translation>Export the roster</translation>
        </message>
        <message>
            <source>导出副本(&amp;B)…</source>
            <translation>Export copy (&amp;B)…</translation>
        </message>
        <message>
            <source>导出副本(&amp;T)…</source>
            <translation>Expor&amp;t copy…</translation>
        </message>
        <message>
            <source>导出卡片模板</source>
            <translation>Export card template</translation>
        </message>
        <message>
            <source>导出名册</source>
            <translation>Export register</translation>
        </message>
        <message>
            <source>导出名册(&amp;E)…</source>
            <translation>&amp;Export register…</translation>
        </message>
        <message>
            <source>导出审计日志</source>
            <translation>Export the audit trail</translation>
        </message>
        <message>
            <source>导出月汇总(&amp;E)…</source>
            <translation>&amp;Export the month's sums…</translation>
        </message>
        <message>
            <source>导出目录(&amp;B)…</source>
            <translation>Export the directory (&amp;B)…</translation>
        </message>
        <message>
            <source>导出统计报表</source>
            <translation>Export the report</translation>
        </message>
        <message>
            <source>导出缺项清单(&amp;B)…</source>
            <translation>Export what is missing (&amp;B)…</translation>
        </message>
        <message>
            <source>导出表格</source>
            <translation>Export workbook</translation>
        </message>
        <message>
            <source>导出表格(&amp;B)…</source>
            <translation>Export workbook (&amp;B)…</translation>
        </message>
        <message>
            <source>导出表格(&amp;E)…</source>
            <translation>&amp;Export table…</translation>
        </message>
        <message>
            <source>导出谁(&amp;W)</source>
            <translation>&amp;Whom</translation>
        </message>
        <message>
            <source>将导出 {count} 人，一人一行。证件号和电话完整显示，请妥善保管；导出和用途会记入操作日志。</source>
            <translation>{count} people will be exported, one to a line. Identity and phone numbers are shown in full, so keep the file safe; the export and its purpose are kept in the audit log.</translation>
        </message>
        <message>
            <source>将导出 {count} 人，一人一行。证件号和电话隐去中间几位，出生日期只留年份。</source>
            <translation>{count} people will be exported, one to a line. Identity and phone numbers are masked in the middle, and of birth dates only the year is left.</translation>
        </message>
        <message>
            <source>将改回这些内容（共 {count} 处登记）：</source>
            <translation>These contents will be changed back ({count} records in all):</translation>
        </message>
        <message>
            <source>小区或路巷</source>
            <translation>Estate or lane</translation>
        </message>
        <message>
            <source>小区楼栋</source>
            <translation>Estates and buildings</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>hours</translation>
        </message>
        <message>
            <source>小时，不限的留空</source>
            <translation>hours; leave empty for no limit</translation>
        </message>
        <message>
            <source>小时；从头到尾都在的留空</source>
            <translation>Hours; empty for the whole time</translation>
        </message>
        <message>
            <source>小时；培训的填，不知道的留空</source>
            <translation>Hours; for training, leave empty if not known</translation>
        </message>
        <message>
            <source>小时；留空按开始和结束算，只知道时长的只填这里</source>
            <translation>Hours; left empty it is reckoned from begin and end</translation>
        </message>
        <message>
            <source>小结</source>
            <translation>Summary</translation>
        </message>
        <message>
            <source>小结(&amp;M)</source>
            <translation>Su&amp;mmary</translation>
        </message>
        <message>
            <source>少数民族姓名的一段不拆到两行</source>
            <translation>Keeps each part of a minority name on one line</translation>
        </message>
        <message>
            <source>就用它(&amp;S)</source>
            <translation>U&amp;se this one</translation>
        </message>
        <message>
            <source>尽量做到的</source>
            <translation>As far as possible</translation>
        </message>
        <message>
            <source>层级</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>居中</source>
            <translation>Centre</translation>
        </message>
        <message>
            <source>居住(&amp;T)</source>
            <translation>Living (&amp;T)</translation>
        </message>
        <message>
            <source>居住与户</source>
            <translation>Home and household</translation>
        </message>
        <message>
            <source>居住状态</source>
            <translation>Residence</translation>
        </message>
        <message>
            <source>居住证到期</source>
            <translation>Permit expires</translation>
        </message>
        <message>
            <source>居住证到期日</source>
            <translation>Permit valid until</translation>
        </message>
        <message>
            <source>居住证号码</source>
            <translation>Permit number</translation>
        </message>
        <message>
            <source>居民</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>居民(&amp;N)</source>
            <translation>Reside&amp;nt</translation>
        </message>
        <message>
            <source>居民(&amp;R)</source>
            <translation>&amp;Resident</translation>
        </message>
        <message>
            <source>居民、工作人员或外来人员都可以</source>
            <translation>Residents, staff or outsiders</translation>
        </message>
        <message>
            <source>居民台账</source>
            <translation>Register of residents</translation>
        </message>
        <message>
            <source>居民名册.xlsx</source>
            <translation>residents.xlsx</translation>
        </message>
        <message>
            <source>居民和工作人员可以不填，用台账里的电话</source>
            <translation>May stay empty for residents and staff, whose phone in the ledger counts</translation>
        </message>
        <message>
            <source>居民家庭（联系卡、户卡）</source>
            <translation>Households (contact card, household card)</translation>
        </message>
        <message>
            <source>居民提的建议记在这里，到期没有答复的会提醒，答复单一按就有。</source>
            <translation>What residents suggest is written here; you are reminded of what was not answered, and the reply slip is one key away.</translation>
        </message>
        <message>
            <source>居民提的建议，什么时候答复，打印答复单</source>
            <translation>Residents' suggestions, when they are answered, and the reply slip</translation>
        </message>
        <message>
            <source>居民的话，或取消、改派的原因</source>
            <translation>What the resident said, or why it was cancelled or given to another</translation>
        </message>
        <message>
            <source>居民的资料不受影响。可以按 Ctrl+Z 撤销。</source>
            <translation>The residents' data does not change. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>居民要人修水管、擦玻璃、照看老人，登记下来，再点“办理”派给家政人员或网点。</source>
            <translation>When residents want a pipe repaired, windows cleaned or elders looked after, enter it and press “Handle” to send somebody.</translation>
        </message>
        <message>
            <source>居民要的家政服务，派给家政人员或便民网点，回访，代金券</source>
            <translation>Home services that residents ask for, sent to housekeepers or service points; feedback, vouchers</translation>
        </message>
        <message>
            <source>居民说(&amp;J)</source>
            <translation>The resident says (&amp;J)</translation>
        </message>
        <message>
            <source>居民资料</source>
            <translation>Resident record</translation>
        </message>
        <message>
            <source>居民资料不变。可以按 Ctrl+Z 撤销。</source>
            <translation>The resident's data does not change. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>屏幕、名册和表格</source>
            <translation>Screen, lists and tables</translation>
        </message>
        <message>
            <source>属于{grid}。</source>
            <translation>Belongs to {grid}.</translation>
        </message>
        <message>
            <source>属地</source>
            <translation>Here</translation>
        </message>
        <message>
            <source>履行事项</source>
            <translation>To be performed</translation>
        </message>
        <message>
            <source>履行事项(&amp;L)</source>
            <translation>To be performed (&amp;L)</translation>
        </message>
        <message>
            <source>履行情况(&amp;M)</source>
            <translation>How it was perfor&amp;med</translation>
        </message>
        <message>
            <source>履行方式</source>
            <translation>How it is performed</translation>
        </message>
        <message>
            <source>履行方式和期限(&amp;M)</source>
            <translation>How and by when it is perfor&amp;med</translation>
        </message>
        <message>
            <source>履行日期(&amp;B)</source>
            <translation>Performed on (&amp;B)</translation>
        </message>
        <message>
            <source>岁（不填就不限）</source>
            <translation>years (empty: no limit)</translation>
        </message>
        <message>
            <source>岁，到</source>
            <translation>to</translation>
        </message>
        <message>
            <source>岗位</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>岗位(&amp;P)</source>
            <translation>&amp;Post</translation>
        </message>
        <message>
            <source>岗位(&amp;R)</source>
            <translation>Post (&amp;R)</translation>
        </message>
        <message>
            <source>岗位交接</source>
            <translation>Hand over a post</translation>
        </message>
        <message>
            <source>岗位人员</source>
            <translation>People on posts</translation>
        </message>
        <message>
            <source>岗位人员(&amp;P)…</source>
            <translation>&amp;People on posts…</translation>
        </message>
        <message>
            <source>岗位模板(&amp;T)…</source>
            <translation>&amp;Template of posts…</translation>
        </message>
        <message>
            <source>岗位模板（1+2+2+X）</source>
            <translation>Template of posts (1+2+2+X)</translation>
        </message>
        <message>
            <source>岗位模板（1+2+2+X）还没有填写。</source>
            <translation>The template of posts (1+2+2+X) is not filled in yet.</translation>
        </message>
        <message>
            <source>岗位目录</source>
            <translation>Catalogue of posts</translation>
        </message>
        <message>
            <source>岗位目录(&amp;M)…</source>
            <translation>Catalogue of posts (&amp;M)…</translation>
        </message>
        <message>
            <source>岗位空缺和兼任</source>
            <translation>Vacant and doubled posts</translation>
        </message>
        <message>
            <source>岗位认领</source>
            <translation>Claimed posts</translation>
        </message>
        <message>
            <source>岗位认领名册</source>
            <translation>Register of claimed posts</translation>
        </message>
        <message>
            <source>岗位认领和承诺</source>
            <translation>Claimed posts and pledges</translation>
        </message>
        <message>
            <source>岗位认领和承诺(&amp;C)…</source>
            <translation>&amp;Claimed posts and pledges…</translation>
        </message>
        <message>
            <source>岗位认领和承诺公示</source>
            <translation>Publication of claimed posts and pledges</translation>
        </message>
        <message>
            <source>巡逻人员</source>
            <translation>On patrol</translation>
        </message>
        <message>
            <source>巡逻排班(&amp;R)…</source>
            <translation>Patrol &amp;roster…</translation>
        </message>
        <message>
            <source>巡逻排班表</source>
            <translation>Patrol roster</translation>
        </message>
        <message>
            <source>巡逻次数</source>
            <translation>Patrols</translation>
        </message>
        <message>
            <source>巡逻班次</source>
            <translation>Patrol shift</translation>
        </message>
        <message>
            <source>巡逻签到表</source>
            <translation>Patrol tick sheet</translation>
        </message>
        <message>
            <source>巡逻队、应急分队、信息员、楼栋长：队员、排班、装备、演练、集结名单</source>
            <translation>Patrols, emergency team, informants, building heads: members, rosters, equipment, drills, call-out lists</translation>
        </message>
        <message>
            <source>工作人员</source>
            <translation>Staff</translation>
        </message>
        <message>
            <source>工作人员(&amp;W)</source>
            <translation>Staff (&amp;W)</translation>
        </message>
        <message>
            <source>工作人员(&amp;W)…</source>
            <translation>Staff (&amp;W)…</translation>
        </message>
        <message>
            <source>工作人员资料</source>
            <translation>Staff member</translation>
        </message>
        <message>
            <source>工作人员（台签、胸牌）</source>
            <translation>Staff (desk sign, badge)</translation>
        </message>
        <message>
            <source>工作单位</source>
            <translation>Employer</translation>
        </message>
        <message>
            <source>工作台</source>
            <translation>Workbench</translation>
        </message>
        <message>
            <source>工作日几人(&amp;G)</source>
            <translation>People on workin&amp;g days</translation>
        </message>
        <message>
            <source>工作簿 (*.xlsx)</source>
            <translation>Workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>工作职责</source>
            <translation>Duties</translation>
        </message>
        <message>
            <source>工作职责(&amp;W)…</source>
            <translation>Duties (&amp;W)…</translation>
        </message>
        <message>
            <source>工作表</source>
            <translation>Sheet</translation>
        </message>
        <message>
            <source>工作表(&amp;T)</source>
            <translation>Shee&amp;t</translation>
        </message>
        <message>
            <source>工号</source>
            <translation>Staff number</translation>
        </message>
        <message>
            <source>工号(&amp;G)</source>
            <translation>Staff number (&amp;G)</translation>
        </message>
        <message>
            <source>左右</source>
            <translation>Horizontally</translation>
        </message>
        <message>
            <source>左右对齐</source>
            <translation>Horizontal alignment</translation>
        </message>
        <message>
            <source>左右居中(&amp;C)</source>
            <translation>&amp;Centre horizontally</translation>
        </message>
        <message>
            <source>左右放大到 {percent}%</source>
            <translation>{percent}% of the width</translation>
        </message>
        <message>
            <source>左右等距(&amp;H)</source>
            <translation>Space evenly across (&amp;H)</translation>
        </message>
        <message>
            <source>左右缩小到 {percent}%</source>
            <translation>{percent}% of the width</translation>
        </message>
        <message>
            <source>左右缩放</source>
            <translation>Horizontal scale</translation>
        </message>
        <message>
            <source>左边对齐(&amp;L)</source>
            <translation>A&amp;lign left edges</translation>
        </message>
        <message>
            <source>左边距</source>
            <translation>From the left</translation>
        </message>
        <message>
            <source>已 {days} 天没有备份</source>
            <translation>no backup for {days} days</translation>
        </message>
        <message>
            <source>已上交 {unit}</source>
            <translation>Handed up to {unit}</translation>
        </message>
        <message>
            <source>已不在队里的 {count} 人：{names}。</source>
            <translation>{count} are no longer in the team: {names}.</translation>
        </message>
        <message>
            <source>已举办 {sums}</source>
            <translation>Held {sums}</translation>
        </message>
        <message>
            <source>已交给打印机。</source>
            <translation>Handed to the printer.</translation>
        </message>
        <message>
            <source>已交给打印机，但不知道打到哪里了，请到打印机旁看看。</source>
            <translation>Handed to the printer, but how far it has got is not known. Please look at the printer.</translation>
        </message>
        <message>
            <source>已交给打印机，正在排队。</source>
            <translation>Handed to the printer, waiting in the queue.</translation>
        </message>
        <message>
            <source>已作废（{reason}）</source>
            <translation>Withdrawn ({reason})</translation>
        </message>
        <message>
            <source>已作废：{reason}</source>
            <translation>Void: {reason}</translation>
        </message>
        <message>
            <source>已保存。</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>已保存到 {path}。</source>
            <translation>Saved to {path}.</translation>
        </message>
        <message>
            <source>已保存到 {path}。打印时要选“实际大小”。</source>
            <translation>Saved to {path}. Print it at “actual size”.</translation>
        </message>
        <message>
            <source>已保存到 {path}。请打印出来锁好，再把这个文件删除。</source>
            <translation>Saved to {path}. Print it, lock it away, then delete this file.</translation>
        </message>
        <message>
            <source>已停发的</source>
            <translation>Those stopped</translation>
        </message>
        <message>
            <source>已停用</source>
            <translation>Retired</translation>
        </message>
        <message>
            <source>已停留</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>已全部送到打印机，请去取纸。</source>
            <translation>Everything has gone to the printer; please fetch the sheets.</translation>
        </message>
        <message>
            <source>已再次彻底删除 {count} 人。</source>
            <translation>{count} people were erased for good again.</translation>
        </message>
        <message>
            <source>已出具</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>已出具，正在更正</source>
            <translation>Issued, being corrected</translation>
        </message>
        <message>
            <source>已列入培训台账。</source>
            <translation>Entered into the training ledger.</translation>
        </message>
        <message>
            <source>已办结</source>
            <translation>Settled</translation>
        </message>
        <message>
            <source>已办结的</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>已加密</source>
            <translation>Encrypted</translation>
        </message>
        <message>
            <source>已印</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>已印完</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>已去世</source>
            <translation>Deceased</translation>
        </message>
        <message>
            <source>已发卡</source>
            <translation>Card issued</translation>
        </message>
        <message>
            <source>已取消</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>已取消：{reason}</source>
            <translation>Called off: {reason}</translation>
        </message>
        <message>
            <source>已另存为“{title}”。</source>
            <translation>Saved as “{title}”.</translation>
        </message>
        <message>
            <source>已复制 {count} 行</source>
            <translation>{count} rows copied</translation>
        </message>
        <message>
            <source>已复制 {days} 天，共 {count} 人次；到要贴的那一天按 Ctrl+V。</source>
            <translation>{days} days copied, {count} turns; press Ctrl+V on the day where they are to go.</translation>
        </message>
        <message>
            <source>已复制，{seconds} 秒后从剪贴板清除。</source>
            <translation>Copied; cleared from the clipboard after {seconds} seconds.</translation>
        </message>
        <message>
            <source>已存好，请拷给对方电脑。</source>
            <translation>Saved. Copy it to the other computer.</translation>
        </message>
        <message>
            <source>已对上居民：{names}</source>
            <translation>Known as residents: {names}</translation>
        </message>
        <message>
            <source>已导出 {count} 条审计记录。</source>
            <translation>{count} audit records were written.</translation>
        </message>
        <message>
            <source>已导出到 {path}。</source>
            <translation>Exported to {path}.</translation>
        </message>
        <message>
            <source>已延长</source>
            <translation>Extended</translation>
        </message>
        <message>
            <source>已录入的 {count} 份答卷会一起删除，可以按 Ctrl+Z 撤销。</source>
            <translation>The {count} papers entered go too; Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>已恢复到 {when} 的备份，请用做备份时的密码登录。</source>
            <translation>Restored to the backup of {when}. Sign in with the password of that time.</translation>
        </message>
        <message>
            <source>已排的都不动，只补空缺</source>
            <translation>Keep all that is filled, only fill gaps</translation>
        </message>
        <message>
            <source>已撤回，下面几项保留现在的：</source>
            <translation>Taken back; these stay as they are now:</translation>
        </message>
        <message>
            <source>已撤回：{text}</source>
            <translation>Taken back: {text}</translation>
        </message>
        <message>
            <source>已撤销</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>已收回</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>已改正 {count} 人的时长。</source>
            <translation>The hours of {count} people were corrected.</translation>
        </message>
        <message>
            <source>已标记的(&amp;K)…</source>
            <translation>Mar&amp;ked ones…</translation>
        </message>
        <message>
            <source>已校准</source>
            <translation>Calibrated</translation>
        </message>
        <message>
            <source>已添加字体“{font}”，但里面也没有这个字。请换一个字体，或把字画出来。</source>
            <translation>The font “{font}” was added, but it does not have this character either. Take another font, or draw the character.</translation>
        </message>
        <message>
            <source>已由{account}于 {day} 结算，不再变动。</source>
            <translation>Closed by {account} on {day}; it does not change any more.</translation>
        </message>
        <message>
            <source>已登记</source>
            <translation>Entered</translation>
        </message>
        <message>
            <source>已登记请假</source>
            <translation>Leave is entered</translation>
        </message>
        <message>
            <source>已签的</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>已经保存好了(&amp;K)</source>
            <translation>I have &amp;kept it</translation>
        </message>
        <message>
            <source>已经列入培训台账，不再列</source>
            <translation>In the training ledger already, not entered again</translation>
        </message>
        <message>
            <source>已经印出来了(&amp;Y)</source>
            <translation>The&amp;y were printed</translation>
        </message>
        <message>
            <source>已经彻底删除。</source>
            <translation>Erased for good.</translation>
        </message>
        <message>
            <source>已经排的(&amp;K)</source>
            <translation>What is filled (&amp;K)</translation>
        </message>
        <message>
            <source>已经是志愿者的 {count} 人：{names}。</source>
            <translation>{count} are volunteers already: {names}.</translation>
        </message>
        <message>
            <source>已经有一个常用筛选叫“{name}”。换成现在的条件？</source>
            <translation>A kept filter is called “{name}” already. Replace it by the present conditions?</translation>
        </message>
        <message>
            <source>已经登记的请假不受影响；可以按 Ctrl+Z 撤销。</source>
            <translation>Leave that is entered stays; Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>已经记下，程序以后会这样排。请照刚才同样的办法放纸，再试两张，三个答案都该是第一个。</source>
            <translation>Noted; the program will order the pages like this. Load the paper as before and try two more sheets: all three answers should be the first.</translation>
        </message>
        <message>
            <source>已经记在这台打印机的档案里，以后印卡会自动照这样挪。可以按 Ctrl+Z 撤销。</source>
            <translation>Kept in this printer's profile; cards will be moved like this from now on. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>已经防止激化（计入预防件数）(&amp;Y)</source>
            <translation>Kept from escalating (counts as prevented) (&amp;Y)</translation>
        </message>
        <message>
            <source>已结束</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>已结束的</source>
            <translation>Those that ended</translation>
        </message>
        <message>
            <source>已认领</source>
            <translation>Claimed</translation>
        </message>
        <message>
            <source>已记下，还有 {count} 张待印。现在接着打印吗？</source>
            <translation>Noted; {count} cards are still waiting. Go on printing now?</translation>
        </message>
        <message>
            <source>已记入 {count} 人的时长。</source>
            <translation>The hours of {count} people were recorded.</translation>
        </message>
        <message>
            <source>已证明没有更均衡的排法，{seconds}。</source>
            <translation>Proven that nothing is more even, {seconds}.</translation>
        </message>
        <message>
            <source>已读入。如果不对，按 Ctrl+Z 可以一步撤销。</source>
            <translation>Taken in. If it is wrong, Ctrl+Z takes it back in one step.</translation>
        </message>
        <message>
            <source>已超期 {count} 件</source>
            <translation>{count} overdue</translation>
        </message>
        <message>
            <source>已超期和快到期的</source>
            <translation>Overdue and due soon</translation>
        </message>
        <message>
            <source>已超期的</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>已践诺</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>已迁出</source>
            <translation>Moved out</translation>
        </message>
        <message>
            <source>已过 {days} 个工作日</source>
            <translation>{days} working days late</translation>
        </message>
        <message>
            <source>已过 {days} 天</source>
            <translation>{days} days ago</translation>
        </message>
        <message>
            <source>已退回待印，还没有打印。</source>
            <translation>Put back to waiting, not printed yet.</translation>
        </message>
        <message>
            <source>已选 {count} 人</source>
            <translation>{count} people chosen</translation>
        </message>
        <message>
            <source>已选 {count} 位居民。</source>
            <translation>{count} residents selected.</translation>
        </message>
        <message>
            <source>已选的居民</source>
            <translation>Chosen residents</translation>
        </message>
        <message>
            <source>已选的条件，要同时符合</source>
            <translation>Conditions chosen; all must be met</translation>
        </message>
        <message>
            <source>已选：{name}</source>
            <translation>Chosen: {name}</translation>
        </message>
        <message>
            <source>已锁定</source>
            <translation>Locked</translation>
        </message>
        <message>
            <source>已预防的</source>
            <translation>Prevented</translation>
        </message>
        <message>
            <source>布置(&amp;L)</source>
            <translation>&amp;Lay out</translation>
        </message>
        <message>
            <source>希望哪天(&amp;W)</source>
            <translation>&amp;Wished for</translation>
        </message>
        <message>
            <source>希望的时间</source>
            <translation>Wished time</translation>
        </message>
        <message>
            <source>带班领导、白班值班员、夜间值班，可以再改</source>
            <translation>Leader, day duty and night duty; can be changed</translation>
        </message>
        <message>
            <source>带着现在的校准，再修一点</source>
            <translation>With the present calibration, to refine it</translation>
        </message>
        <message>
            <source>帮助 - 邻里台</source>
            <translation>Help - 邻里台</translation>
        </message>
        <message>
            <source>帮助(&amp;A)</source>
            <translation>Help (&amp;A)</translation>
        </message>
        <message>
            <source>帮助内容</source>
            <translation>Text of the help</translation>
        </message>
        <message>
            <source>帮助目录</source>
            <translation>Contents of the help</translation>
        </message>
        <message>
            <source>帮助首页</source>
            <translation>First page of the help</translation>
        </message>
        <message>
            <source>常住人口</source>
            <translation>Permanent</translation>
        </message>
        <message>
            <source>常用字</source>
            <translation>Common character</translation>
        </message>
        <message>
            <source>常用电话(&amp;N)</source>
            <translation>Common &amp;numbers</translation>
        </message>
        <message>
            <source>常用电话的号码</source>
            <translation>Number of a common number</translation>
        </message>
        <message>
            <source>常用电话的名称</source>
            <translation>Name of a common number</translation>
        </message>
        <message>
            <source>常用筛选</source>
            <translation>Kept filters</translation>
        </message>
        <message>
            <source>常用筛选(&amp;F)</source>
            <translation>Kept &amp;filters</translation>
        </message>
        <message>
            <source>常用筛选(&amp;Y)</source>
            <translation>Kept filters (&amp;Y)</translation>
        </message>
        <message>
            <source>常用筛选改名</source>
            <translation>Rename the kept filter</translation>
        </message>
        <message>
            <source>常用语</source>
            <translation>Phrases</translation>
        </message>
        <message>
            <source>常用语(&amp;L)</source>
            <translation>Phrases (&amp;L)</translation>
        </message>
        <message>
            <source>常用语(&amp;Y)…</source>
            <translation>Phrases (&amp;Y)…</translation>
        </message>
        <message>
            <source>平时怎样印卡，这里就怎样选。</source>
            <translation>Choose what you usually print cards with.</translation>
        </message>
        <message>
            <source>年份</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>年份(&amp;Y)</source>
            <translation>&amp;Year</translation>
        </message>
        <message>
            <source>年报</source>
            <translation>Yearly</translation>
        </message>
        <message>
            <source>年龄</source>
            <translation>Age</translation>
        </message>
        <message>
            <source>年龄(&amp;D)</source>
            <translation>Age (&amp;D)</translation>
        </message>
        <message>
            <source>年龄（由出生日期算出，不导入）</source>
            <translation>Age (follows from birth, not imported)</translation>
        </message>
        <message>
            <source>并入(&amp;G)</source>
            <translation>Join into (&amp;G)</translation>
        </message>
        <message>
            <source>并入另一户</source>
            <translation>Join another household</translation>
        </message>
        <message>
            <source>并入另一户(&amp;J)…</source>
            <translation>&amp;Join another household…</translation>
        </message>
        <message>
            <source>并入备注</source>
            <translation>Add to the remark</translation>
        </message>
        <message>
            <source>并入已有</source>
            <translation>Joined</translation>
        </message>
        <message>
            <source>并入：{household}</source>
            <translation>Join: {household}</translation>
        </message>
        <message>
            <source>并走的</source>
            <translation>Merged into it</translation>
        </message>
        <message>
            <source>并走这一条</source>
            <translation>This one is merged into it</translation>
        </message>
        <message>
            <source>床位图</source>
            <translation>Picture of beds</translation>
        </message>
        <message>
            <source>床位资料</source>
            <translation>Bed</translation>
        </message>
        <message>
            <source>床位资料(&amp;F)…</source>
            <translation>Edit bed (&amp;F)…</translation>
        </message>
        <message>
            <source>床号</source>
            <translation>Bed</translation>
        </message>
        <message>
            <source>床号(&amp;H)</source>
            <translation>Bed number (&amp;H)</translation>
        </message>
        <message>
            <source>床号从 1 排起</source>
            <translation>beds are numbered from 1</translation>
        </message>
        <message>
            <source>序号</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>序号（不导入）</source>
            <translation>Line number (not imported)</translation>
        </message>
        <message>
            <source>库存</source>
            <translation>In store</translation>
        </message>
        <message>
            <source>应到</source>
            <translation>Expected</translation>
        </message>
        <message>
            <source>应到人数(&amp;E)</source>
            <translation>&amp;Expected</translation>
        </message>
        <message>
            <source>应有</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>应有人数(&amp;E)</source>
            <translation>Du&amp;e</translation>
        </message>
        <message>
            <source>底色</source>
            <translation>Fill</translation>
        </message>
        <message>
            <source>废粉盒满了，请更换</source>
            <translation>The waste toner box is full; please replace it</translation>
        </message>
        <message>
            <source>度；顺时针是正数，逆时针写负数。</source>
            <translation>degrees; clockwise is positive, anticlockwise negative.</translation>
        </message>
        <message>
            <source>延长</source>
            <translation>Extension</translation>
        </message>
        <message>
            <source>延长到 {day}</source>
            <translation>Extended to {day}</translation>
        </message>
        <message>
            <source>延长到哪一天(&amp;E)</source>
            <translation>&amp;Extend to which day</translation>
        </message>
        <message>
            <source>延长到哪天(&amp;E)</source>
            <translation>&amp;Extend to which day</translation>
        </message>
        <message>
            <source>延长由谁同意(&amp;G)</source>
            <translation>Who agrees to extend (&amp;G)</translation>
        </message>
        <message>
            <source>延长的单位(&amp;I)</source>
            <translation>Unit of the extension (&amp;I)</translation>
        </message>
        <message>
            <source>建立台账(&amp;N)</source>
            <translation>Fou&amp;nd the ledger</translation>
        </message>
        <message>
            <source>建立大厅值班(&amp;N)…</source>
            <translation>Make a hall roster (&amp;N)…</translation>
        </message>
        <message>
            <source>建立本社区的台账</source>
            <translation>Found your community's ledger</translation>
        </message>
        <message>
            <source>建议</source>
            <translation>Suggestions</translation>
        </message>
        <message>
            <source>建议 {number}</source>
            <translation>Suggestion {number}</translation>
        </message>
        <message>
            <source>建议(&amp;Y)…</source>
            <translation>Suggestions (&amp;Y)…</translation>
        </message>
        <message>
            <source>建议人</source>
            <translation>Suggested by</translation>
        </message>
        <message>
            <source>建议人(&amp;N)</source>
            <translation>Suggested by (&amp;N)</translation>
        </message>
        <message>
            <source>建议登记</source>
            <translation>Suggestion entry</translation>
        </message>
        <message>
            <source>建议登记簿（{which}）</source>
            <translation>Register of suggestions ({which})</translation>
        </message>
        <message>
            <source>建议的内容(&amp;M)</source>
            <translation>What is suggested (&amp;M)</translation>
        </message>
        <message>
            <source>建议答复单 {number}</source>
            <translation>Reply to suggestion {number}</translation>
        </message>
        <message>
            <source>开始</source>
            <translation>Started</translation>
        </message>
        <message>
            <source>开始(&amp;K)</source>
            <translation>Begins (&amp;K)</translation>
        </message>
        <message>
            <source>开始排班(&amp;S)</source>
            <translation>&amp;Start filling</translation>
        </message>
        <message>
            <source>开始日期(&amp;B)</source>
            <translation>&amp;Beginning</translation>
        </message>
        <message>
            <source>开始的当天不算；按月的算到对应的那天；最后一天是休息日的顺延到下一个工作日（民法典第 200—204 条）。到期当天不算超期。</source>
            <translation>The first day is not counted; months end on the corresponding day; a last day off moves to the next working day (Civil Code art. 200–204). Due today is not overdue.</translation>
        </message>
        <message>
            <source>开放时间</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>开放时间(&amp;O)</source>
            <translation>Hours (&amp;O)</translation>
        </message>
        <message>
            <source>开放时间(&amp;T)</source>
            <translation>Opening &amp;times</translation>
        </message>
        <message>
            <source>开服务时长证明时用</source>
            <translation>For certificates of hours</translation>
        </message>
        <message>
            <source>张纸</source>
            <translation>inclusive</translation>
        </message>
        <message>
            <source>张纸到第</source>
            <translation>to sheet</translation>
        </message>
        <message>
            <source>张贴一份，也可以逐户（逐人）印</source>
            <translation>Posted once; may be printed for each household (person)</translation>
        </message>
        <message>
            <source>张贴公示</source>
            <translation>Posting</translation>
        </message>
        <message>
            <source>张贴公示（姓名、号码、住址都隐去一部分）</source>
            <translation>For posting (names, numbers and addresses partly hidden)</translation>
        </message>
        <message>
            <source>张贴通知</source>
            <translation>Posted notice</translation>
        </message>
        <message>
            <source>张贴，只印一份</source>
            <translation>Posted, one copy</translation>
        </message>
        <message>
            <source>归入网格</source>
            <translation>Into grid</translation>
        </message>
        <message>
            <source>归入网格(&amp;G)</source>
            <translation>Into &amp;grid</translation>
        </message>
        <message>
            <source>归到(&amp;G)</source>
            <translation>Belon&amp;gs to</translation>
        </message>
        <message>
            <source>归档人</source>
            <translation>Archived by</translation>
        </message>
        <message>
            <source>归档时装订的原样，以后案子再改，这里也不变。</source>
            <translation>As bound when archived; later changes of the case leave it as it is.</translation>
        </message>
        <message>
            <source>归档时间</source>
            <translation>Archived on</translation>
        </message>
        <message>
            <source>归档的卷宗</source>
            <translation>Archived file</translation>
        </message>
        <message>
            <source>归档的卷宗(&amp;A)…</source>
            <translation>&amp;Archived file…</translation>
        </message>
        <message>
            <source>归还</source>
            <translation>Return</translation>
        </message>
        <message>
            <source>归还 {count} 条</source>
            <translation>Return {count} lines</translation>
        </message>
        <message>
            <source>归还(&amp;G)…</source>
            <translation>Return (&amp;G)…</translation>
        </message>
        <message>
            <source>归还日期(&amp;D)</source>
            <translation>Returne&amp;d on</translation>
        </message>
        <message>
            <source>当事人</source>
            <translation>Parties</translation>
        </message>
        <message>
            <source>当事人(&amp;P)</source>
            <translation>&amp;Parties</translation>
        </message>
        <message>
            <source>当事人同意延长(&amp;Y)</source>
            <translation>The parties agree to extend (&amp;Y)</translation>
        </message>
        <message>
            <source>当事人或日期</source>
            <translation>Party or date</translation>
        </message>
        <message>
            <source>当事人自己选的(&amp;X)</source>
            <translation>Chosen by the parties (&amp;X)</translation>
        </message>
        <message>
            <source>当事人选的</source>
            <translation>Chosen by the parties</translation>
        </message>
        <message>
            <source>当场办结的填 0，不承诺的留空</source>
            <translation>0 if done on the spot; leave empty without a promise</translation>
        </message>
        <message>
            <source>当时的网格</source>
            <translation>Grid at that time</translation>
        </message>
        <message>
            <source>录入(&amp;E)…</source>
            <translation>&amp;Enter…</translation>
        </message>
        <message>
            <source>录入一份(&amp;N)</source>
            <translation>E&amp;nter a paper</translation>
        </message>
        <message>
            <source>形式</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>形式(&amp;K)</source>
            <translation>Form (&amp;K)</translation>
        </message>
        <message>
            <source>彻底删除(&amp;E)…</source>
            <translation>&amp;Erase for good…</translation>
        </message>
        <message>
            <source>彻底删除(&amp;S)</source>
            <translation>Era&amp;se for good</translation>
        </message>
        <message>
            <source>彻底删除个人信息</source>
            <translation>Erase personal data for good</translation>
        </message>
        <message>
            <source>往上移 {mm} 毫米</source>
            <translation>{mm} mm up</translation>
        </message>
        <message>
            <source>往下移</source>
            <translation>Move down</translation>
        </message>
        <message>
            <source>往下移 {mm} 毫米</source>
            <translation>{mm} mm down</translation>
        </message>
        <message>
            <source>往右移</source>
            <translation>Move right</translation>
        </message>
        <message>
            <source>往右移 {mm} 毫米</source>
            <translation>{mm} mm to the right</translation>
        </message>
        <message>
            <source>往左移 {mm} 毫米</source>
            <translation>{mm} mm to the left</translation>
        </message>
        <message>
            <source>待印</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>待复核（到期和今天到期）</source>
            <translation>Review due (overdue and today)</translation>
        </message>
        <message>
            <source>待复核，今天到期</source>
            <translation>review due today</translation>
        </message>
        <message>
            <source>待复核，已过 {days} 天</source>
            <translation>review overdue by {days} days</translation>
        </message>
        <message>
            <source>待遇</source>
            <translation>Benefit</translation>
        </message>
        <message>
            <source>待遇(&amp;J)…</source>
            <translation>Benefits (&amp;J)…</translation>
        </message>
        <message>
            <source>待遇(&amp;T)</source>
            <translation>Benefi&amp;t</translation>
        </message>
        <message>
            <source>必须做到的</source>
            <translation>Must be kept</translation>
        </message>
        <message>
            <source>必须填</source>
            <translation>Required</translation>
        </message>
        <message>
            <source>必须填写(&amp;R)</source>
            <translation>&amp;Required</translation>
        </message>
        <message>
            <source>必须有</source>
            <translation>Needs</translation>
        </message>
        <message>
            <source>必须的都有了。</source>
            <translation>All that is required is there.</translation>
        </message>
        <message>
            <source>志愿服务记录证明</source>
            <translation>Certificate of volunteer service</translation>
        </message>
        <message>
            <source>志愿服务记录证明登记簿</source>
            <translation>Register of certificates</translation>
        </message>
        <message>
            <source>志愿服务队(&amp;O)</source>
            <translation>V&amp;olunteers' team</translation>
        </message>
        <message>
            <source>志愿者</source>
            <translation>Volunteers</translation>
        </message>
        <message>
            <source>志愿者(&amp;N)</source>
            <translation>Volu&amp;nteer</translation>
        </message>
        <message>
            <source>志愿者名册</source>
            <translation>List of volunteers</translation>
        </message>
        <message>
            <source>志愿者培训和表彰</source>
            <translation>Training and praise of volunteers</translation>
        </message>
        <message>
            <source>志愿者培训和表彰（{which}）</source>
            <translation>Training and praise of volunteers ({which})</translation>
        </message>
        <message>
            <source>志愿者登记表</source>
            <translation>Registration form for volunteers</translation>
        </message>
        <message>
            <source>志愿者的时长记到这个人名下</source>
            <translation>The volunteer's hours count for this person</translation>
        </message>
        <message>
            <source>志愿者编号</source>
            <translation>Volunteer number</translation>
        </message>
        <message>
            <source>志愿者编号(&amp;A)</source>
            <translation>Volunteer number (&amp;A)</translation>
        </message>
        <message>
            <source>志愿者要证明时，点“出具证明”，时长和内容从台账里来。</source>
            <translation>When a volunteer wants a certificate, press “Issue a certificate”; hours and content come from the ledger.</translation>
        </message>
        <message>
            <source>忘记密码(&amp;F)…</source>
            <translation>&amp;Forgotten…</translation>
        </message>
        <message>
            <source>忘记密码时，只有它能打开台账。请打印或抄下来，锁进柜子；不要存在这台电脑里，也不要拍照外传。</source>
            <translation>If the password is forgotten, only this code opens the ledger. Print it or write it down and lock it away; do not keep it on this computer or photograph it.</translation>
        </message>
        <message>
            <source>快到期 {count} 件</source>
            <translation>{count} nearly due</translation>
        </message>
        <message>
            <source>快到期的</source>
            <translation>Due soon</translation>
        </message>
        <message>
            <source>快捷键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>快捷键(&amp;K)</source>
            <translation>&amp;Keys</translation>
        </message>
        <message>
            <source>怎么办</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>怎么办理(&amp;D)</source>
            <translation>What is &amp;done</translation>
        </message>
        <message>
            <source>怎么发(&amp;F)</source>
            <translation>How it goes out (&amp;F)</translation>
        </message>
        <message>
            <source>怎么处理(&amp;H)</source>
            <translation>&amp;How it is handled</translation>
        </message>
        <message>
            <source>怎么添加对方电脑？</source>
            <translation>How shall the other computer be added?</translation>
        </message>
        <message>
            <source>怎么签的</source>
            <translation>How it was signed</translation>
        </message>
        <message>
            <source>怎样打印(&amp;S)</source>
            <translation>How to print (&amp;S)</translation>
        </message>
        <message>
            <source>怎样统计</source>
            <translation>How it is counted</translation>
        </message>
        <message>
            <source>怎样翻纸</source>
            <translation>Turning the paper</translation>
        </message>
        <message>
            <source>怎样翻纸(&amp;Z)</source>
            <translation>Turning the paper (&amp;Z)</translation>
        </message>
        <message>
            <source>怎样装订(&amp;B)</source>
            <translation>How to &amp;bind</translation>
        </message>
        <message>
            <source>怎样量(&amp;L)</source>
            <translation>How to measure (&amp;L)</translation>
        </message>
        <message>
            <source>性别</source>
            <translation>Sex</translation>
        </message>
        <message>
            <source>性别(&amp;X)</source>
            <translation>Se&amp;x</translation>
        </message>
        <message>
            <source>性质</source>
            <translation>Basis</translation>
        </message>
        <message>
            <source>性质(&amp;K)</source>
            <translation>Basis (&amp;K)</translation>
        </message>
        <message>
            <source>总数</source>
            <translation>Total</translation>
        </message>
        <message>
            <source>总数(&amp;H)</source>
            <translation>Total (&amp;H)</translation>
        </message>
        <message>
            <source>恢复(&amp;R)</source>
            <translation>&amp;Restore</translation>
        </message>
        <message>
            <source>恢复(&amp;U)</source>
            <translation>Redo (&amp;U)</translation>
        </message>
        <message>
            <source>恢复为筹备中(&amp;U)</source>
            <translation>Back to planned (&amp;U)</translation>
        </message>
        <message>
            <source>恢复以后用做备份时的账号和密码登录。</source>
            <translation>Afterwards sign in with the account and password of that time.</translation>
        </message>
        <message>
            <source>恢复使用(&amp;B)…</source>
            <translation>Take &amp;back…</translation>
        </message>
        <message>
            <source>恢复使用“{name}”</source>
            <translation>Take back "{name}"</translation>
        </message>
        <message>
            <source>恢复到这个备份</source>
            <translation>Restore to this backup</translation>
        </message>
        <message>
            <source>恢复到这个备份(&amp;R)…</source>
            <translation>&amp;Restore to this backup…</translation>
        </message>
        <message>
            <source>恢复原定(&amp;U)</source>
            <translation>As planned (&amp;U)</translation>
        </message>
        <message>
            <source>恢复原来的目录</source>
            <translation>Back to the original list</translation>
        </message>
        <message>
            <source>恢复码</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>恢复码(&amp;C)</source>
            <translation>Recovery &amp;code</translation>
        </message>
        <message>
            <source>恢复码已妥善保存(&amp;K)</source>
            <translation>The recovery code is kept safe (&amp;K)</translation>
        </message>
        <message>
            <source>恢复码还没有确认保存好。</source>
            <translation>Nobody has confirmed yet that the recovery code is kept safely.</translation>
        </message>
        <message>
            <source>恢复码（打印在纸上的）</source>
            <translation>Recovery code (on paper)</translation>
        </message>
        <message>
            <source>恢复这一步</source>
            <translation>Do this step again</translation>
        </message>
        <message>
            <source>恢复选中的居民(&amp;R)</source>
            <translation>&amp;Restore the selected</translation>
        </message>
        <message>
            <source>您的角色是{role}</source>
            <translation>Your role is {role}</translation>
        </message>
        <message>
            <source>您的角色没有这个权限，请找{roles}。</source>
            <translation>Your role has no right to this; ask {roles}.</translation>
        </message>
        <message>
            <source>您自己的密码(&amp;O)</source>
            <translation>Your &amp;own password</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>情况(&amp;M)</source>
            <translation>What was found (&amp;M)</translation>
        </message>
        <message>
            <source>情况(&amp;Z)</source>
            <translation>State (&amp;Z)</translation>
        </message>
        <message>
            <source>想以后接着练，就直接关掉窗口，不要点这里。</source>
            <translation>To go on later simply close the window instead.</translation>
        </message>
        <message>
            <source>想先看一看？示例社区里的人都是虚构的，随便试，关闭程序后自动删除。</source>
            <translation>Want to look first? Everybody in the sample community is invented. Try what you like; it is deleted when the program is closed.</translation>
        </message>
        <message>
            <source>想再看看准不准，就印一张带校准的检查纸：照样折起来读，都在 0 上下半格以内就够准了。还差得多，就再读一次，程序会接着修。</source>
            <translation>To see how exact it is now, print a check sheet with the calibration. Fold and read it as before: within half a step of 0 is exact enough. If it is further off, read it once more and the program refines it.</translation>
        </message>
        <message>
            <source>意愿(&amp;Y)</source>
            <translation>Wish (&amp;Y)</translation>
        </message>
        <message>
            <source>意愿(&amp;Y)…</source>
            <translation>Wish (&amp;Y)…</translation>
        </message>
        <message>
            <source>愿</source>
            <translation>+</translation>
        </message>
        <message>
            <source>愿意值班</source>
            <translation>Would like to</translation>
        </message>
        <message>
            <source>成功</source>
            <translation>Success</translation>
        </message>
        <message>
            <source>成批打印的联系卡：接着打、卡纸了、签收表</source>
            <translation>Contact cards printed in numbers: going on, paper jams, hand-over sheets</translation>
        </message>
        <message>
            <source>或</source>
            <translation> or </translation>
        </message>
        <message>
            <source>户</source>
            <translation>households</translation>
        </message>
        <message>
            <source>户 / 人</source>
            <translation>Households / people</translation>
        </message>
        <message>
            <source>户主</source>
            <translation>Head</translation>
        </message>
        <message>
            <source>户主 {name}</source>
            <translation>Head {name}</translation>
        </message>
        <message>
            <source>户主姓名</source>
            <translation>Head's name</translation>
        </message>
        <message>
            <source>户主或成员姓名、户号，或住址如 3-2-501</source>
            <translation>Name of head or member, household number, or address such as 3-2-501</translation>
        </message>
        <message>
            <source>户主电话</source>
            <translation>Head's phone</translation>
        </message>
        <message>
            <source>户主证件号码</source>
            <translation>Head's document number</translation>
        </message>
        <message>
            <source>户别</source>
            <translation>Kind of household</translation>
        </message>
        <message>
            <source>户别(&amp;K)</source>
            <translation>&amp;Kind of household</translation>
        </message>
        <message>
            <source>户卡：可以列出户内成员，不给每人各发一张</source>
            <translation>Household card: may list the members instead of giving each a card</translation>
        </message>
        <message>
            <source>户号</source>
            <translation>Household number</translation>
        </message>
        <message>
            <source>户号 {number}</source>
            <translation>Household {number}</translation>
        </message>
        <message>
            <source>户号(&amp;N)</source>
            <translation>Household &amp;number</translation>
        </message>
        <message>
            <source>户数</source>
            <translation>Households</translation>
        </message>
        <message>
            <source>户籍地址</source>
            <translation>Registered address</translation>
        </message>
        <message>
            <source>户籍所在的省市县</source>
            <translation>province, city, county of registration</translation>
        </message>
        <message>
            <source>户资料与移居</source>
            <translation>Household details and moving</translation>
        </message>
        <message>
            <source>户资料与移居(&amp;D)…</source>
            <translation>&amp;Details and moving…</translation>
        </message>
        <message>
            <source>户里没有人了，请结束</source>
            <translation>nobody left in the household, please end it</translation>
        </message>
        <message>
            <source>房东</source>
            <translation>Landlord</translation>
        </message>
        <message>
            <source>房东姓名</source>
            <translation>Landlord's name</translation>
        </message>
        <message>
            <source>房东姓名(&amp;H)</source>
            <translation>Landlord's name (&amp;H)</translation>
        </message>
        <message>
            <source>房东电话</source>
            <translation>Landlord's phone</translation>
        </message>
        <message>
            <source>房东电话(&amp;T)</source>
            <translation>Landlord's phone (&amp;T)</translation>
        </message>
        <message>
            <source>房东证件(&amp;I)</source>
            <translation>Landlord's document (&amp;I)</translation>
        </message>
        <message>
            <source>房主姓名</source>
            <translation>Owner's name</translation>
        </message>
        <message>
            <source>房主电话</source>
            <translation>Owner's phone</translation>
        </message>
        <message>
            <source>房主证件号码</source>
            <translation>Owner's document number</translation>
        </message>
        <message>
            <source>房号</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>房间</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>房间(&amp;R)</source>
            <translation>&amp;Room</translation>
        </message>
        <message>
            <source>房间数（间）</source>
            <translation>Rooms</translation>
        </message>
        <message>
            <source>所在党支部</source>
            <translation>Party branch</translation>
        </message>
        <message>
            <source>所在的户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>所有人</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <source>所有原因</source>
            <translation>All reasons</translation>
        </message>
        <message>
            <source>所有姓名都印得出来。</source>
            <translation>All names can be printed.</translation>
        </message>
        <message>
            <source>所有志愿者</source>
            <translation>All volunteers</translation>
        </message>
        <message>
            <source>手动</source>
            <translation>manual</translation>
        </message>
        <message>
            <source>手动翻面（打印机不会自动双面时）</source>
            <translation>Turned by hand (for printers without automatic two-sided printing)</translation>
        </message>
        <message>
            <source>手动翻面，试两张：{name}</source>
            <translation>Turning by hand, two test sheets: {name}</translation>
        </message>
        <message>
            <source>手动翻面：{words}</source>
            <translation>Turned by hand: {words}</translation>
        </message>
        <message>
            <source>手动翻面：先印正面，再印背面</source>
            <translation>Turned by hand: fronts first, then backs</translation>
        </message>
        <message>
            <source>手填数字(&amp;T)…</source>
            <translation>By hand (&amp;T)…</translation>
        </message>
        <message>
            <source>手机号码(&amp;P)</source>
            <translation>Mobile &amp;phone</translation>
        </message>
        <message>
            <source>手机或座机</source>
            <translation>mobile or landline</translation>
        </message>
        <message>
            <source>手机日历文件（.ics）</source>
            <translation>Calendar file for a phone (.ics)</translation>
        </message>
        <message>
            <source>手机，或区号加固定电话</source>
            <translation>mobile, or landline with area code</translation>
        </message>
        <message>
            <source>手绘的“{character}”</source>
            <translation>Drawn character “{character}”</translation>
        </message>
        <message>
            <source>手绘的字</source>
            <translation>Drawn character</translation>
        </message>
        <message>
            <source>打一张卡</source>
            <translation>Print a card</translation>
        </message>
        <message>
            <source>打一次性告知单(&amp;G)</source>
            <translation>Print the one-time notice (&amp;G)</translation>
        </message>
        <message>
            <source>打上墙的大字(&amp;W)…</source>
            <translation>Print for the &amp;wall…</translation>
        </message>
        <message>
            <source>打不出的字按 {keys} 查找</source>
            <translation>{keys} finds characters that cannot be typed</translation>
        </message>
        <message>
            <source>打今天谁值班(&amp;Q)</source>
            <translation>Print who is on duty today (&amp;Q)</translation>
        </message>
        <message>
            <source>打值班人员(&amp;Z)…</source>
            <translation>Print people on duty (&amp;Z)…</translation>
        </message>
        <message>
            <source>打全部(&amp;A)…</source>
            <translation>Print &amp;all…</translation>
        </message>
        <message>
            <source>打全部在帮扶的(&amp;A)…</source>
            <translation>Print &amp;all that go on…</translation>
        </message>
        <message>
            <source>打全部网格(&amp;A)…</source>
            <translation>Print &amp;all grids…</translation>
        </message>
        <message>
            <source>打公示(&amp;F)…</source>
            <translation>Print publication (&amp;F)…</translation>
        </message>
        <message>
            <source>打单子的日期</source>
            <translation>Printed on</translation>
        </message>
        <message>
            <source>打印(&amp;P)</source>
            <translation>&amp;Print</translation>
        </message>
        <message>
            <source>打印(&amp;P)…</source>
            <translation>&amp;Print…</translation>
        </message>
        <message>
            <source>打印一览表(&amp;P)…</source>
            <translation>Print the table (&amp;P)…</translation>
        </message>
        <message>
            <source>打印中途取消了，可能已经出了几张。</source>
            <translation>Printing was cancelled on the way; some sheets may have come out.</translation>
        </message>
        <message>
            <source>打印交接班记录(&amp;P)…</source>
            <translation>&amp;Print hand-over records…</translation>
        </message>
        <message>
            <source>打印价目表(&amp;P)…</source>
            <translation>&amp;Print prices…</translation>
        </message>
        <message>
            <source>打印使用单(&amp;S)</source>
            <translation>Print a &amp;slip</translation>
        </message>
        <message>
            <source>打印值班表</source>
            <translation>Print the roster</translation>
        </message>
        <message>
            <source>打印停住了。</source>
            <translation>Printing has stopped.</translation>
        </message>
        <message>
            <source>打印全部已出具(&amp;A)…</source>
            <translation>Print &amp;all that is issued…</translation>
        </message>
        <message>
            <source>打印列表(&amp;P)…</source>
            <translation>&amp;Print list…</translation>
        </message>
        <message>
            <source>打印副本(&amp;B)…</source>
            <translation>Print copy (&amp;B)…</translation>
        </message>
        <message>
            <source>打印副本(&amp;P)…</source>
            <translation>&amp;Print copy…</translation>
        </message>
        <message>
            <source>打印反馈单(&amp;F)</source>
            <translation>Print &amp;feedback</translation>
        </message>
        <message>
            <source>打印取消了，发卡却已经登记。一张也没有印出来，就退回待印；</source>
            <translation>Printing was called off, but the cards are recorded. If none came out, let them wait again; </translation>
        </message>
        <message>
            <source>打印取消了，发卡却已经登记。没有印出来，就退回待印。</source>
            <translation>Printing was called off, but the card is recorded. If it did not come out, let it wait again.</translation>
        </message>
        <message>
            <source>打印台账(&amp;P)…</source>
            <translation>&amp;Print the ledger…</translation>
        </message>
        <message>
            <source>打印名册(&amp;P)…</source>
            <translation>&amp;Print the register…</translation>
        </message>
        <message>
            <source>打印名单(&amp;L)…</source>
            <translation>Print the &amp;list…</translation>
        </message>
        <message>
            <source>打印名单(&amp;P)…</source>
            <translation>&amp;Print the list…</translation>
        </message>
        <message>
            <source>打印告知书(&amp;N)…</source>
            <translation>Print &amp;notice…</translation>
        </message>
        <message>
            <source>打印告知书(&amp;P)…</source>
            <translation>&amp;Print notice…</translation>
        </message>
        <message>
            <source>打印告知单(&amp;G)</source>
            <translation>Print the notice (&amp;G)</translation>
        </message>
        <message>
            <source>打印哪一次的存档件？</source>
            <translation>Which archive copy is to be printed?</translation>
        </message>
        <message>
            <source>打印存档件(&amp;P)…</source>
            <translation>&amp;Print archive copy…</translation>
        </message>
        <message>
            <source>打印安排表(&amp;L)…</source>
            <translation>Print p&amp;lan…</translation>
        </message>
        <message>
            <source>打印已取消，已经进了打印机的几页可能还会出来。</source>
            <translation>Printing was cancelled; a few pages that the printer already has may still come out.</translation>
        </message>
        <message>
            <source>打印床位表(&amp;P)…</source>
            <translation>&amp;Print the beds…</translation>
        </message>
        <message>
            <source>打印恢复码</source>
            <translation>Print the recovery code</translation>
        </message>
        <message>
            <source>打印或存 PDF(&amp;P)…</source>
            <translation>&amp;Print or save PDF…</translation>
        </message>
        <message>
            <source>打印批次</source>
            <translation>Print runs</translation>
        </message>
        <message>
            <source>打印批次(&amp;R)…</source>
            <translation>Print &amp;runs…</translation>
        </message>
        <message>
            <source>打印报表(&amp;P)…</source>
            <translation>&amp;Print the report…</translation>
        </message>
        <message>
            <source>打印报送单(&amp;P)</source>
            <translation>&amp;Print slip</translation>
        </message>
        <message>
            <source>打印排班表(&amp;P)…</source>
            <translation>&amp;Print roster…</translation>
        </message>
        <message>
            <source>打印时一个字一个字地找字体：先用手绘的，再用卡片的字体，最后用添加的字体。</source>
            <translation>Printing looks for each character one by one: first among those drawn, then in the font of the card, last in the fonts that were added.</translation>
        </message>
        <message>
            <source>打印月汇总(&amp;M)…</source>
            <translation>Print the &amp;month's sums…</translation>
        </message>
        <message>
            <source>打印本周安排(&amp;P)</source>
            <translation>&amp;Print this week</translation>
        </message>
        <message>
            <source>打印机</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>打印机(&amp;R)</source>
            <translation>P&amp;rinter</translation>
        </message>
        <message>
            <source>打印机“{printer}”在第 {page} 页停了，从这一页起没有打。请检查打印机是否开机、连好、有纸，再从第 {page} 页接着打。</source>
            <translation>The printer “{printer}” stopped at page {page}; nothing was printed from this page on. Check that it is on, connected and has paper, then go on from page {page}.</translation>
        </message>
        <message>
            <source>打印机“{printer}”没有 {paper} 纸，照原大小会印不全。请换一台打印机，或者存为 PDF，拿到别处打印。</source>
            <translation>“{printer}” has no {paper} paper; in true size it would be cut off. Choose another printer, or save a PDF and print it elsewhere.</translation>
        </message>
        <message>
            <source>打印机“{printer}”没有回应。请检查打印机是否开机、有纸，或先保存为 PDF。</source>
            <translation>The printer “{printer}” does not answer. Check that it is on and has paper, or save as PDF for now.</translation>
        </message>
        <message>
            <source>打印机“{printer}”没有接受这份文件（{reason}）。请检查打印机是否开机、连好，或先保存为 PDF。</source>
            <translation>The printer “{printer}” did not accept the document ({reason}). Check that it is on and connected, or save as PDF for now.</translation>
        </message>
        <message>
            <source>打印机校准</source>
            <translation>Printer calibration</translation>
        </message>
        <message>
            <source>打印机校准(&amp;P)…</source>
            <translation>&amp;Printer calibration…</translation>
        </message>
        <message>
            <source>打印机档案</source>
            <translation>Printer profile</translation>
        </message>
        <message>
            <source>打印机没有回应</source>
            <translation>The printer does not answer</translation>
        </message>
        <message>
            <source>打印机没有开机或没有连上</source>
            <translation>The printer is off or not connected</translation>
        </message>
        <message>
            <source>打印机自动双面，沿短边翻</source>
            <translation>Two sides by the printer, flip on the short edge</translation>
        </message>
        <message>
            <source>打印机自动双面，沿长边翻</source>
            <translation>Two sides by the printer, flip on the long edge</translation>
        </message>
        <message>
            <source>打印机被暂停了，请在打印设置里恢复</source>
            <translation>The printer is paused; please resume it in the print settings</translation>
        </message>
        <message>
            <source>打印校准纸(&amp;P)</source>
            <translation>&amp;Print the calibration sheet</translation>
        </message>
        <message>
            <source>打印检查纸(&amp;P)</source>
            <translation>&amp;Print the check sheet</translation>
        </message>
        <message>
            <source>打印派单(&amp;P)</source>
            <translation>&amp;Print the slips</translation>
        </message>
        <message>
            <source>打印清单(&amp;L)…</source>
            <translation>Print &amp;list…</translation>
        </message>
        <message>
            <source>打印清单(&amp;P)…</source>
            <translation>&amp;Print the list…</translation>
        </message>
        <message>
            <source>打印登记簿(&amp;P)</source>
            <translation>&amp;Print the register</translation>
        </message>
        <message>
            <source>打印登记簿(&amp;P)…</source>
            <translation>&amp;Print register…</translation>
        </message>
        <message>
            <source>打印目录(&amp;P)</source>
            <translation>&amp;Print the directory</translation>
        </message>
        <message>
            <source>打印空白的(&amp;B)…</source>
            <translation>Print a &amp;blank one…</translation>
        </message>
        <message>
            <source>打印空白表(&amp;K)</source>
            <translation>Print a blan&amp;k sheet</translation>
        </message>
        <message>
            <source>打印空白试样(&amp;P)…</source>
            <translation>&amp;Print a blank sample…</translation>
        </message>
        <message>
            <source>打印答复单(&amp;F)</source>
            <translation>Print the reply (&amp;F)</translation>
        </message>
        <message>
            <source>打印答复单(&amp;P)…</source>
            <translation>&amp;Print answer…</translation>
        </message>
        <message>
            <source>打印签到表</source>
            <translation>Print a sign-in sheet</translation>
        </message>
        <message>
            <source>打印签到表(&amp;K)…</source>
            <translation>Print a sign-in sheet (&amp;K)…</translation>
        </message>
        <message>
            <source>打印签到表(&amp;P)…</source>
            <translation>&amp;Print a sheet to sign…</translation>
        </message>
        <message>
            <source>打印签到表(&amp;T)…</source>
            <translation>Print &amp;tick sheet…</translation>
        </message>
        <message>
            <source>打印签到表，登记交接班，按值班表登记时长</source>
            <translation>Print sign-in sheets, enter hand-overs, enter hours by the roster</translation>
        </message>
        <message>
            <source>打印结果(&amp;P)…</source>
            <translation>&amp;Print the outcome…</translation>
        </message>
        <message>
            <source>打印统计表(&amp;P)…</source>
            <translation>&amp;Print sums…</translation>
        </message>
        <message>
            <source>打印联系卡</source>
            <translation>Print contact cards</translation>
        </message>
        <message>
            <source>打印联系卡(&amp;P)</source>
            <translation>&amp;Print contact cards</translation>
        </message>
        <message>
            <source>打印联系表(&amp;P)…</source>
            <translation>&amp;Print the contact list…</translation>
        </message>
        <message>
            <source>打印背面(&amp;B)</source>
            <translation>Print the &amp;backs</translation>
        </message>
        <message>
            <source>打印补助表(&amp;P)…</source>
            <translation>&amp;Print allowances…</translation>
        </message>
        <message>
            <source>打印被暂停了</source>
            <translation>Printing is paused</translation>
        </message>
        <message>
            <source>打印要换的卡</source>
            <translation>Print the cards to renew</translation>
        </message>
        <message>
            <source>打印要换的卡(&amp;P)…</source>
            <translation>&amp;Print the cards to renew…</translation>
        </message>
        <message>
            <source>打印记录(&amp;P)…</source>
            <translation>&amp;Print the records…</translation>
        </message>
        <message>
            <source>打印记录表(&amp;R)</source>
            <translation>Print the &amp;record</translation>
        </message>
        <message>
            <source>打印证明(&amp;D)…</source>
            <translation>Print the certificate (&amp;D)…</translation>
        </message>
        <message>
            <source>打印这一稿(&amp;P)…</source>
            <translation>&amp;Print this version…</translation>
        </message>
        <message>
            <source>打印这一页</source>
            <translation>Print this page</translation>
        </message>
        <message>
            <source>打印选中的(&amp;P)…</source>
            <translation>&amp;Print selected…</translation>
        </message>
        <message>
            <source>打印链头(&amp;H)…</source>
            <translation>Print &amp;head of the chain…</translation>
        </message>
        <message>
            <source>打印问卷(&amp;P)…</source>
            <translation>&amp;Print the survey…</translation>
        </message>
        <message>
            <source>打印队列已停止接收</source>
            <translation>The print queue takes no more documents</translation>
        </message>
        <message>
            <source>打印队列没有取消这份文件。请在打印机“{printer}”上按“取消”。</source>
            <translation>The print queue did not cancel this document. Please press “Cancel” on the printer “{printer}”.</translation>
        </message>
        <message>
            <source>打印队列没有回应，不能确定打印机“{printer}”收到了没有。请先到打印机旁看看出纸没有，再决定是否重打。</source>
            <translation>The print queue does not answer, so it is not certain whether the printer “{printer}” got the document. See whether paper comes out before printing it again.</translation>
        </message>
        <message>
            <source>打印队列没能处理这份文件</source>
            <translation>The print queue could not handle the document</translation>
        </message>
        <message>
            <source>打印队列里已经没有这份文件</source>
            <translation>The document is no longer in the print queue</translation>
        </message>
        <message>
            <source>打印预案(&amp;A)…</source>
            <translation>Print emergency pl&amp;an…</translation>
        </message>
        <message>
            <source>打印预览</source>
            <translation>Print preview</translation>
        </message>
        <message>
            <source>打印领用表(&amp;P)…</source>
            <translation>&amp;Print issue list…</translation>
        </message>
        <message>
            <source>打在多大的纸上？</source>
            <translation>On which size of paper?</translation>
        </message>
        <message>
            <source>打姓名的字，可以从调委会成员和工作人员中选；是居民的，选出来好提醒该不该回避</source>
            <translation>Type part of a name to choose a member of the committee or staff; choose residents so that conflicts of interest can be told</translation>
        </message>
        <message>
            <source>打字选人，空格锁定，Delete 去掉；拖动换位置，按住 Ctrl 拖是复制。</source>
            <translation>Type to choose a person, Space locks, Delete removes; drag moves, with Ctrl it copies.</translation>
        </message>
        <message>
            <source>打存根和回执(&amp;R)</source>
            <translation>Print stub and &amp;receipt</translation>
        </message>
        <message>
            <source>打开(&amp;D)…</source>
            <translation>Open (&amp;D)…</translation>
        </message>
        <message>
            <source>打开(&amp;O)…</source>
            <translation>&amp;Open…</translation>
        </message>
        <message>
            <source>打开(&amp;S)</source>
            <translation>Open (&amp;S)</translation>
        </message>
        <message>
            <source>打开“{title}”的记录</source>
            <translation>Open the record of “{title}”</translation>
        </message>
        <message>
            <source>打开值班菜单</source>
            <translation>Open the duty menu</translation>
        </message>
        <message>
            <source>打开出租登记(&amp;T)</source>
            <translation>Open the rental (&amp;T)</translation>
        </message>
        <message>
            <source>打开卡片菜单 / 菜单</source>
            <translation>Open the Cards menu / the menu</translation>
        </message>
        <message>
            <source>打开台账</source>
            <translation>Open the ledger</translation>
        </message>
        <message>
            <source>打开台账(&amp;O)</source>
            <translation>&amp;Open the ledger</translation>
        </message>
        <message>
            <source>打开排查记录(&amp;D)…</source>
            <translation>Open the sweep (&amp;D)…</translation>
        </message>
        <message>
            <source>打开接着填(&amp;O)</source>
            <translation>&amp;Open and go on</translation>
        </message>
        <message>
            <source>打开编辑(&amp;O)…</source>
            <translation>&amp;Open to edit…</translation>
        </message>
        <message>
            <source>打开调解菜单</source>
            <translation>Open the mediation menu</translation>
        </message>
        <message>
            <source>打开资料(&amp;N)…</source>
            <translation>Ope&amp;n the data…</translation>
        </message>
        <message>
            <source>打开资料(&amp;O)…</source>
            <translation>&amp;Open the data…</translation>
        </message>
        <message>
            <source>打志愿者登记表(&amp;Y)…</source>
            <translation>Print registration forms (&amp;Y)…</translation>
        </message>
        <message>
            <source>打承诺书(&amp;L)…</source>
            <translation>Print p&amp;ledges…</translation>
        </message>
        <message>
            <source>打指南或制度(&amp;Z)</source>
            <translation>Print guide or rules (&amp;Z)</translation>
        </message>
        <message>
            <source>打数字记结果：{keys}。接着打字写情况，按回车到下一户；上下键换一户。</source>
            <translation>Type a figure for the result: {keys}. Go on typing what was said, Enter for the next door; the arrows choose another.</translation>
        </message>
        <message>
            <source>打本网格公示栏(&amp;P)…</source>
            <translation>&amp;Print the board of this grid…</translation>
        </message>
        <message>
            <source>打核对单</source>
            <translation>Print check sheets</translation>
        </message>
        <message>
            <source>打核对单(&amp;K)…</source>
            <translation>Print chec&amp;k sheets…</translation>
        </message>
        <message>
            <source>打检查表(&amp;J)</source>
            <translation>Print check sheet (&amp;J)</translation>
        </message>
        <message>
            <source>打电话表(&amp;H)</source>
            <translation>Print p&amp;hone sheet</translation>
        </message>
        <message>
            <source>打给(&amp;G)</source>
            <translation>Print for (&amp;G)</translation>
        </message>
        <message>
            <source>打缺项清单(&amp;P)</source>
            <translation>&amp;Print what is missing</translation>
        </message>
        <message>
            <source>打联系卡(&amp;D)…</source>
            <translation>Print contact car&amp;ds…</translation>
        </message>
        <message>
            <source>打联系卡(&amp;P)</source>
            <translation>&amp;Print contact card</translation>
        </message>
        <message>
            <source>打走访单</source>
            <translation>Print walk sheets</translation>
        </message>
        <message>
            <source>打走访单(&amp;N)…</source>
            <translation>Pri&amp;nt walk sheets…</translation>
        </message>
        <message>
            <source>打选中的 {count} 位志愿者的，还是空白的？</source>
            <translation>For the {count} selected volunteers, or an empty one?</translation>
        </message>
        <message>
            <source>打选中的党员联系卡(&amp;P)…</source>
            <translation>&amp;Print contact cards of the selected…</translation>
        </message>
        <message>
            <source>打选中的台签、胸卡(&amp;P)…</source>
            <translation>&amp;Print desk signs and badges of the selected…</translation>
        </message>
        <message>
            <source>打选中的电话表(&amp;P)…</source>
            <translation>&amp;Print phone lists of the selected…</translation>
        </message>
        <message>
            <source>打门口安排(&amp;M)</source>
            <translation>Print for the door (&amp;M)</translation>
        </message>
        <message>
            <source>打门口通知(&amp;P)…</source>
            <translation>&amp;Print door notice…</translation>
        </message>
        <message>
            <source>打门口通知(&amp;T)</source>
            <translation>Print a notice for &amp;the door</translation>
        </message>
        <message>
            <source>打门牌 A3(&amp;M)</source>
            <translation>Print door sign A3 (&amp;M)</translation>
        </message>
        <message>
            <source>打门牌 A4(&amp;4)</source>
            <translation>Print door sign A&amp;4</translation>
        </message>
        <message>
            <source>托管</source>
            <translation>Entrusted</translation>
        </message>
        <message>
            <source>托管党员</source>
            <translation>Party members entrusted</translation>
        </message>
        <message>
            <source>扫卡或写卡号，回车选中</source>
            <translation>Scan a card or type its number; Enter selects it</translation>
        </message>
        <message>
            <source>扫描件和照片 ({patterns})</source>
            <translation>Scans and photos ({patterns})</translation>
        </message>
        <message>
            <source>扫描或粘贴钥匙码(&amp;C)…</source>
            <translation>Scan or paste the key &amp;code…</translation>
        </message>
        <message>
            <source>批次</source>
            <translation>Run</translation>
        </message>
        <message>
            <source>找不到打印机“{printer}”。请检查连接，或另选一台打印机。</source>
            <translation>The printer “{printer}” cannot be found. Check how it is connected, or choose another.</translation>
        </message>
        <message>
            <source>找不到这台打印机</source>
            <translation>This printer cannot be found</translation>
        </message>
        <message>
            <source>找到 {count} 步，最近的在前。</source>
            <translation>{count} steps found, latest first.</translation>
        </message>
        <message>
            <source>找到的字</source>
            <translation>Characters found</translation>
        </message>
        <message>
            <source>找到的帮助</source>
            <translation>Pages found</translation>
        </message>
        <message>
            <source>找到的结果</source>
            <translation>Results</translation>
        </message>
        <message>
            <source>找姓名</source>
            <translation>Find a name</translation>
        </message>
        <message>
            <source>找生僻字</source>
            <translation>Find a rare character</translation>
        </message>
        <message>
            <source>找生僻字（{keys}）</source>
            <translation>Find a rare character ({keys})</translation>
        </message>
        <message>
            <source>找谁：如 女儿 加电话号码</source>
            <translation>whom to call: such as daughter, with the phone number</translation>
        </message>
        <message>
            <source>承租人</source>
            <translation>Tenant</translation>
        </message>
        <message>
            <source>承租人姓名</source>
            <translation>Tenant's name</translation>
        </message>
        <message>
            <source>承租人电话</source>
            <translation>Tenant's phone</translation>
        </message>
        <message>
            <source>承租人证件号码</source>
            <translation>Tenant's document number</translation>
        </message>
        <message>
            <source>承租房间</source>
            <translation>Tenant's room</translation>
        </message>
        <message>
            <source>承诺</source>
            <translation>Promise</translation>
        </message>
        <message>
            <source>承诺(&amp;C)</source>
            <translation>Promise (&amp;C)</translation>
        </message>
        <message>
            <source>承诺(&amp;M)</source>
            <translation>Pledge (&amp;M)</translation>
        </message>
        <message>
            <source>承诺书</source>
            <translation>Pledge</translation>
        </message>
        <message>
            <source>承诺办结</source>
            <translation>Promised</translation>
        </message>
        <message>
            <source>承诺办结(&amp;Q)</source>
            <translation>Promised (&amp;Q)</translation>
        </message>
        <message>
            <source>承诺日期</source>
            <translation>Pledged on</translation>
        </message>
        <message>
            <source>承诺日期(&amp;D)</source>
            <translation>Ple&amp;dged on</translation>
        </message>
        <message>
            <source>承诺范文(&amp;M)</source>
            <translation>Sa&amp;mple pledge</translation>
        </message>
        <message>
            <source>技能(&amp;J)</source>
            <translation>Skills (&amp;J)</translation>
        </message>
        <message>
            <source>技能和证书</source>
            <translation>Skills and certificates</translation>
        </message>
        <message>
            <source>技能或证书的名称，不限的留空</source>
            <translation>Name of a skill or certificate; leave empty for anybody</translation>
        </message>
        <message>
            <source>把 {count} 个站点的房间加为场地？</source>
            <translation>Add the rooms of {count} stations as venues?</translation>
        </message>
        <message>
            <source>把 {count} 位志愿者的时长记入时长台账（全程的每人 {hours} 小时）(&amp;G)</source>
            <translation>Record the hours of {count} volunteers ({hours} hours each for the whole time) (&amp;G)</translation>
        </message>
        <message>
            <source>把{people}移入回收站？</source>
            <translation>Move {people} to the recycle bin?</translation>
        </message>
        <message>
            <source>把“{name}”从公示栏上去掉？</source>
            <translation>Take “{name}” off the board?</translation>
        </message>
        <message>
            <source>把“{name}”移出本户？</source>
            <translation>Take “{name}” out of the household?</translation>
        </message>
        <message>
            <source>把“{name}”设为户主？</source>
            <translation>Make “{name}” the head?</translation>
        </message>
        <message>
            <source>把《社区网格党支部工作职责》《联络员工作职责》等写进来，人名处写 {网格长}、{联络员}，打印时换成现在的人。</source>
            <translation>Write 《社区网格党支部工作职责》, 《联络员工作职责》 and the like here, with {网格长}, {联络员} for names; today's people stand there when it is printed.</translation>
        </message>
        <message>
            <source>把「{gone}」并入「{kept}」？</source>
            <translation>Merge “{gone}” into “{kept}”?</translation>
        </message>
        <message>
            <source>把修改做成加密文件带到别的电脑，或读对方带来的文件</source>
            <translation>Carry changes to other computers in an encrypted file, or read theirs</translation>
        </message>
        <message>
            <source>把写了“改为”的行号打在下面，如 1、3，按回车一行一行改；都没有写就直接收回。</source>
            <translation>Type the numbers of the lines with something written behind 改为, such as 1、3, and press Enter to change them one by one; with nothing written take the sheet back at once.</translation>
        </message>
        <message>
            <source>把几栋楼或几个单元划出来，成立一个新网格</source>
            <translation>Take some buildings or units out and found a new grid</translation>
        </message>
        <message>
            <source>把国务院办公厅通知里的几行原样贴进来就行，一个节日一行；地方假日自己加一行，如 古尔邦节：5月16日至18日放假。</source>
            <translation>Paste the lines of the State Council's notice as they are, one holiday a line; add a line for each local holiday, such as 古尔邦节：5月16日至18日放假.</translation>
        </message>
        <message>
            <source>把在 WPS 或 Excel 里复制的几行几列导入进来</source>
            <translation>Imports rows and columns copied in WPS or Excel</translation>
        </message>
        <message>
            <source>把工作人员加进来(&amp;G)</source>
            <translation>Take in the staff (&amp;G)</translation>
        </message>
        <message>
            <source>把常用的条件存下来，如“60 岁以上，独居”，以后点一下就能看、打印和导出。</source>
            <translation>Keep conditions that are often needed, such as “60 and over, lives alone”, and see, print and export them with one click later.</translation>
        </message>
        <message>
            <source>把握</source>
            <translation>Certainty</translation>
        </message>
        <message>
            <source>把每件事的依据、条件、程序、期限和材料写在这里，一次告知；工作制度也写在这里，打印上墙。</source>
            <translation>Write here basis, conditions, procedure, term and materials of each matter to tell them at once; work rules too, for the wall.</translation>
        </message>
        <message>
            <source>把现在的数字原样存一份，注明今天的日期。以后案件再改，这一份不变，随时可以查看和重新打印。</source>
            <translation>Keeps the figures as they are with today's date. Later changes of cases leave this copy as it is; it can be seen and printed again at any time.</translation>
        </message>
        <message>
            <source>把社区分成几个网格，写上网格长、联络员和民警；联系卡上会印他们的姓名和电话。</source>
            <translation>Divide the community into grids and enter leader, liaison and police officer of each; contact cards print their names and phones.</translation>
        </message>
        <message>
            <source>把社区现有的台账（xlsx、xls、csv 表格）导进来，或者一位一位登记。</source>
            <translation>Import the ledger you already have (xlsx, xls, csv), or register people one by one.</translation>
        </message>
        <message>
            <source>把第 1 张像翻书一样翻过来看。</source>
            <translation>Turn sheet 1 over like the page of a book and look.</translation>
        </message>
        <message>
            <source>把网格和楼栋画成一张图；再按一次回到列表</source>
            <translation>Draw grids and buildings as one picture; press again for the list</translation>
        </message>
        <message>
            <source>把这个文件拷到别的电脑上，点“导入”就能用。里面没有居民的资料。</source>
            <translation>Copy this file to another computer and press “Import” there. It holds no data of residents.</translation>
        </message>
        <message>
            <source>把选中的 {count} 个附件从卷宗里取出？</source>
            <translation>Take the {count} selected attachments out of the file?</translation>
        </message>
        <message>
            <source>把选中的 {count} 人登记为志愿者？</source>
            <translation>Register {count} selected people as volunteers?</translation>
        </message>
        <message>
            <source>把选中的划到…</source>
            <translation>Move the selected to…</translation>
        </message>
        <message>
            <source>把选中的楼栋、单元或户划到另一个网格</source>
            <translation>Move the selected buildings, units or homes to another grid</translation>
        </message>
        <message>
            <source>把选中的网格并入另一个网格</source>
            <translation>Join the selected grid into another</translation>
        </message>
        <message>
            <source>把问题报告存到U盘</source>
            <translation>Save problem reports to a stick</translation>
        </message>
        <message>
            <source>把附件“{name}”从卷宗里取出？</source>
            <translation>Take the attachment “{name}” out of the file?</translation>
        </message>
        <message>
            <source>折叠台签的上半面要倒过来印</source>
            <translation>The upper half of a folded desk sign is printed upside down</translation>
        </message>
        <message>
            <source>折过来
的纸</source>
            <translation>Folded
paper</translation>
        </message>
        <message>
            <source>报给谁(&amp;W)</source>
            <translation>Reported to (&amp;W)</translation>
        </message>
        <message>
            <source>报表已导出。</source>
            <translation>The report was exported.</translation>
        </message>
        <message>
            <source>报送条数</source>
            <translation>Slips sent</translation>
        </message>
        <message>
            <source>拆分(&amp;C)…</source>
            <translation>Split (&amp;C)…</translation>
        </message>
        <message>
            <source>拆分(&amp;S)</source>
            <translation>&amp;Split</translation>
        </message>
        <message>
            <source>拆分{grid}</source>
            <translation>Split {grid}</translation>
        </message>
        <message>
            <source>拆分、合并、划楼栋、调整编号、沿革</source>
            <translation>Splitting, joining, moving buildings, renumbering, history</translation>
        </message>
        <message>
            <source>拒绝的</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>拖动楼栋来摆放，拖右下角改大小；用键盘：方向键选，Ctrl+方向键移，Shift+方向键改大小。</source>
            <translation>Drag buildings to lay them out, drag the lower right corner to resize; by keyboard: arrows choose, Ctrl+arrows move, Shift+arrows resize.</translation>
        </message>
        <message>
            <source>拖动白框选好要印的部分；拖四角或转滚轮改大小。</source>
            <translation>Drag the white frame to the part to print; drag a corner or turn the wheel to resize it.</translation>
        </message>
        <message>
            <source>拖动白框，让头正好在虚线圈里；拖四角或转滚轮改大小。</source>
            <translation>Drag the white frame so that the head is in the dashed oval; drag a corner or turn the wheel to resize it.</translation>
        </message>
        <message>
            <source>拿到别处打印时，请选“实际大小”。</source>
            <translation>When printing elsewhere, choose “actual size”.</translation>
        </message>
        <message>
            <source>持卡人</source>
            <translation>Holder</translation>
        </message>
        <message>
            <source>持卡人和住处</source>
            <translation>Holder and home</translation>
        </message>
        <message>
            <source>指南</source>
            <translation>Guide</translation>
        </message>
        <message>
            <source>指南、制度和代办事项</source>
            <translation>Guides, rules and matters</translation>
        </message>
        <message>
            <source>指南、制度和代办事项目录</source>
            <translation>Directory of guides, rules and matters</translation>
        </message>
        <message>
            <source>指南和代办目录(&amp;G)…</source>
            <translation>&amp;Guides and matters…</translation>
        </message>
        <message>
            <source>指南和制度(&amp;G)…</source>
            <translation>&amp;Guides and rules…</translation>
        </message>
        <message>
            <source>指南或制度</source>
            <translation>Guide or rules</translation>
        </message>
        <message>
            <source>指定了站点，才算这个站点的“七个有”</source>
            <translation>Only with a station does it count for that station's seven points</translation>
        </message>
        <message>
            <source>按 Ctrl+A 可以选中表格里的全部居民。</source>
            <translation>Ctrl+A selects everybody in the table.</translation>
        </message>
        <message>
            <source>按 Ctrl+F，在框里打 {letters}（“{name}”的拼音首字母），再按向下键，选中{name}。</source>
            <translation>Press Ctrl+F, type {letters} (the initials of “{name}”), then the down key: {name} is selected.</translation>
        </message>
        <message>
            <source>按 Ctrl+I，选“{file}”。核对每一列，点“试导入”；看过结果，点“正式导入”，再点“完成”。</source>
            <translation>Press Ctrl+I and choose “{file}”. Look at each column and press “Try”; when you have seen the result press “Import”, then “Done”.</translation>
        </message>
        <message>
            <source>按 Ctrl+N，“姓名”写一个您编的名字，别的可以不填，按 Ctrl+S 保存。</source>
            <translation>Press Ctrl+N, make up a name, leave the rest empty, and save with Ctrl+S.</translation>
        </message>
        <message>
            <source>按 Ctrl+P，右边就是要印出来的卡。看好了按 Esc 关上，先不打印。</source>
            <translation>Press Ctrl+P; on the right is the card as it will be printed. Close it with Esc, print nothing yet.</translation>
        </message>
        <message>
            <source>按 Shift+F1 到这里来；关掉练习窗口，下次接着做</source>
            <translation>Shift+F1 leads here; close the practice window and go on another time</translation>
        </message>
        <message>
            <source>按“{column}”排序</source>
            <translation>Sort by “{column}”</translation>
        </message>
        <message>
            <source>按“{name}”筛选</source>
            <translation>Filter by “{name}”</translation>
        </message>
        <message>
            <source>按上面的文字读出来的，请核对。</source>
            <translation>Read from the text above, please check.</translation>
        </message>
        <message>
            <source>按人员(&amp;U)</source>
            <translation>By person (&amp;U)</translation>
        </message>
        <message>
            <source>按什么算(&amp;U)</source>
            <translation>Reckoned by (&amp;U)</translation>
        </message>
        <message>
            <source>按以上选择处理(&amp;S)</source>
            <translation>Do a&amp;s chosen above</translation>
        </message>
        <message>
            <source>按住址</source>
            <translation>By address</translation>
        </message>
        <message>
            <source>按住鼠标左键一笔一笔写，写满方格。用键盘：方向键移动，空格落笔、提笔。</source>
            <translation>Hold the left button and draw stroke by stroke, filling the square. By keyboard: arrow keys move, Space puts the pen down or lifts it.</translation>
        </message>
        <message>
            <source>按值班表登记(&amp;Z)…</source>
            <translation>By the roster (&amp;Z)…</translation>
        </message>
        <message>
            <source>按值班表登记一天只要按一下；活动和别的服务自己填。</source>
            <translation>By the roster a day takes one key; events and other service are entered by hand.</translation>
        </message>
        <message>
            <source>按值班表登记时长</source>
            <translation>Enter hours by the roster</translation>
        </message>
        <message>
            <source>按值班表登记时长(&amp;Z)…</source>
            <translation>Enter hours by the roster (&amp;Z)…</translation>
        </message>
        <message>
            <source>按办到哪一步排成几列，可以拖动；再按一次回到列表</source>
            <translation>Columns by stage, cards can be dragged; press again for the list</translation>
        </message>
        <message>
            <source>按卡号选卡</source>
            <translation>Select cards by number</translation>
        </message>
        <message>
            <source>按合计录入</source>
            <translation>Enter sums</translation>
        </message>
        <message>
            <source>按合计录入(&amp;H)…</source>
            <translation>Enter sums (&amp;H)…</translation>
        </message>
        <message>
            <source>按名单加入</source>
            <translation>Add from a list</translation>
        </message>
        <message>
            <source>按名单加入(&amp;V)…</source>
            <translation>Add from a list (&amp;V)…</translation>
        </message>
        <message>
            <source>按周(&amp;V)</source>
            <translation>By week (&amp;V)</translation>
        </message>
        <message>
            <source>按哪些岗位数网格</source>
            <translation>Posts by which grids are counted</translation>
        </message>
        <message>
            <source>按国家标准应为“{sign}”，请对照身份证，是就换。</source>
            <translation>The national standard writes “{sign}”. Compare with the identity card and replace it if that is right.</translation>
        </message>
        <message>
            <source>按国标，随纠纷类型填好，可以改</source>
            <translation>By the national standard, filled in from the kind of dispute; can be changed</translation>
        </message>
        <message>
            <source>按天、按人各一页，有每人的班次和小时数。</source>
            <translation>A page by days and one by people, with everybody's shifts and hours.</translation>
        </message>
        <message>
            <source>按月合计(&amp;J)…</source>
            <translation>Monthly sums (&amp;J)…</translation>
        </message>
        <message>
            <source>按月统计(&amp;J)…</source>
            <translation>By month (&amp;J)…</translation>
        </message>
        <message>
            <source>按来源(&amp;B)</source>
            <translation>&amp;By source</translation>
        </message>
        <message>
            <source>按楼栋、单元、门牌</source>
            <translation>By building, unit, door</translation>
        </message>
        <message>
            <source>按模板还缺 {count} 人。</source>
            <translation>By the template {count} people are missing.</translation>
        </message>
        <message>
            <source>按空格勾选；志愿者在前，工作人员和家政人员在后</source>
            <translation>Space ticks; volunteers come first, then staff and housekeepers</translation>
        </message>
        <message>
            <source>按空格键勾选</source>
            <translation>Space ticks a line</translation>
        </message>
        <message>
            <source>按空格键选上或去掉</source>
            <translation>The space bar ticks and unticks</translation>
        </message>
        <message>
            <source>按空格键选上，可以一次发给几个人</source>
            <translation>Tick with the space bar; several people at once</translation>
        </message>
        <message>
            <source>按空格键选上；在“值班”菜单的“人员”里登记了的才列在这里</source>
            <translation>Space selects; only people entered in “People” of the duty menu are listed</translation>
        </message>
        <message>
            <source>按筛选加入</source>
            <translation>Add by filter</translation>
        </message>
        <message>
            <source>按筛选加入(&amp;F)…</source>
            <translation>Add by &amp;filter…</translation>
        </message>
        <message>
            <source>按纠纷类型</source>
            <translation>By kind of dispute</translation>
        </message>
        <message>
            <source>按编号录入</source>
            <translation>Enter by number</translation>
        </message>
        <message>
            <source>按网格、按常用筛选，或者一位一位地加；顺序是上门走的顺序。</source>
            <translation>Add by grid, by kept filter, or one by one; the order is that of walking.</translation>
        </message>
        <message>
            <source>按规则从 1 排起(&amp;A)</source>
            <translation>Number from 1 by the rule (&amp;A)</translation>
        </message>
        <message>
            <source>按规则把这个月排满，锁定的不动；排不出的留空并说明原因</source>
            <translation>Fills the month by the rules, what is locked stays; what cannot be filled is left open with the reason</translation>
        </message>
        <message>
            <source>按规则排班</source>
            <translation>Roster by rule</translation>
        </message>
        <message>
            <source>按规则排班(&amp;R)…</source>
            <translation>&amp;Roster by rule…</translation>
        </message>
        <message>
            <source>按选中的顺序</source>
            <translation>In the order selected</translation>
        </message>
        <message>
            <source>按键</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>损坏</source>
            <translation>Damaged</translation>
        </message>
        <message>
            <source>换一个新的(&amp;S)</source>
            <translation>Make a new one(&amp;S)</translation>
        </message>
        <message>
            <source>换一个新的并打印(&amp;N)…</source>
            <translation>Make a &amp;new one and print it…</translation>
        </message>
        <message>
            <source>换一个条件，或者先登记居民。打印告知书请本人签名，收回后在这里登记。</source>
            <translation>Change the condition, or enter people first. Print the notice, have it signed, and record it here.</translation>
        </message>
        <message>
            <source>换一项看看还缺什么。</source>
            <translation>Choose another fact to see what is still missing.</translation>
        </message>
        <message>
            <source>换个写法试试：姓名的一部分、拼音首字母、电话或证件号后四位、住址如 3-2-501。</source>
            <translation>Try it another way: part of the name, initials, the end of phone or document number, an address such as 3-2-501.</translation>
        </message>
        <message>
            <source>换个写法试试：案号、当事人姓名、纠纷名称里的几个字。</source>
            <translation>Try other words: case number, name of a party, a few characters of the title.</translation>
        </message>
        <message>
            <source>换了以后，以前打印的恢复码作废，请剪碎。</source>
            <translation>The code printed before is void afterwards; please shred it.</translation>
        </message>
        <message>
            <source>换了电脑，或重装以后：用U盘上的备份接着用</source>
            <translation>New computer, or set up anew: go on with a backup from a stick</translation>
        </message>
        <message>
            <source>换了纸盒，或者纸横放竖放不同，印出来的位置也会变：各建一个档案。</source>
            <translation>Another tray, or paper loaded the other way round, prints at another place: make a profile for each.</translation>
        </message>
        <message>
            <source>换他的哪一班(&amp;H)</source>
            <translation>W&amp;hich of their shifts</translation>
        </message>
        <message>
            <source>换到(&amp;N)</source>
            <translation>&amp;New bed</translation>
        </message>
        <message>
            <source>换床</source>
            <translation>Change beds</translation>
        </message>
        <message>
            <source>换床(&amp;H)…</source>
            <translation>C&amp;hange beds…</translation>
        </message>
        <message>
            <source>换床(&amp;S)</source>
            <translation>Change bed&amp;s</translation>
        </message>
        <message>
            <source>换床日期(&amp;B)</source>
            <translation>Day of changing (&amp;B)</translation>
        </message>
        <message>
            <source>换成标准字(&amp;U)</source>
            <translation>&amp;Use the standard character</translation>
        </message>
        <message>
            <source>换新卡</source>
            <translation>New card</translation>
        </message>
        <message>
            <source>换来</source>
            <translation>In exchange</translation>
        </message>
        <message>
            <source>换班替班(&amp;T)…</source>
            <translation>Swap or s&amp;tand-in…</translation>
        </message>
        <message>
            <source>换班，两人对调</source>
            <translation>Swap, the two change places</translation>
        </message>
        <message>
            <source>换账号登录</source>
            <translation>Sign in as another</translation>
        </message>
        <message>
            <source>换账号登录(&amp;S)…</source>
            <translation>&amp;Sign in as another…</translation>
        </message>
        <message>
            <source>换过来保留(&amp;W)</source>
            <translation>S&amp;wap which is kept</translation>
        </message>
        <message>
            <source>授课人</source>
            <translation>Teacher</translation>
        </message>
        <message>
            <source>授课人(&amp;R)</source>
            <translation>Teache&amp;r</translation>
        </message>
        <message>
            <source>排 {count} 班？</source>
            <translation>Roster {count} shifts?</translation>
        </message>
        <message>
            <source>排列(&amp;R)</source>
            <translation>A&amp;rrange</translation>
        </message>
        <message>
            <source>排好了</source>
            <translation>Filled</translation>
        </message>
        <message>
            <source>排查</source>
            <translation>Sweep</translation>
        </message>
        <message>
            <source>排查 {sweeps} 次，发现 {found} 件，预防 {prevented} 件，走访 {households} 户。</source>
            <translation>{sweeps} sweeps, {found} disputes found, {prevented} prevented, {households} homes called on.</translation>
        </message>
        <message>
            <source>排查(&amp;P)…</source>
            <translation>Swee&amp;ps…</translation>
        </message>
        <message>
            <source>排查人</source>
            <translation>Who went</translation>
        </message>
        <message>
            <source>排查人、范围、涉及的人、情况</source>
            <translation>Who went, where, whom it concerns, what</translation>
        </message>
        <message>
            <source>排查发现的矛盾</source>
            <translation>Disputes found by sweeps</translation>
        </message>
        <message>
            <source>排查发现的矛盾纠纷（{which}）</source>
            <translation>Disputes found by sweeps ({which})</translation>
        </message>
        <message>
            <source>排查时发现的矛盾纠纷，当场没有化解的列在这里，点一下就转为案件。</source>
            <translation>Disputes found by sweeps and not settled on the spot are listed here; one click makes one a case.</translation>
        </message>
        <message>
            <source>排查记录</source>
            <translation>Sweep record</translation>
        </message>
        <message>
            <source>排查记录表 {day}</source>
            <translation>Sweep record of {day}</translation>
        </message>
        <message>
            <source>排班</source>
            <translation>Roster</translation>
        </message>
        <message>
            <source>排班(&amp;S)</source>
            <translation>Ro&amp;ster</translation>
        </message>
        <message>
            <source>排班按哪些时间(&amp;P)</source>
            <translation>Hours for the roster (&amp;P)</translation>
        </message>
        <message>
            <source>排过班的删除不了；可以按 Ctrl+Z 撤销。</source>
            <translation>One with filled months cannot be removed; Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>接件</source>
            <translation>Taken in</translation>
        </message>
        <message>
            <source>接件日期(&amp;B)</source>
            <translation>Taken in on (&amp;B)</translation>
        </message>
        <message>
            <source>接件站点(&amp;G)</source>
            <translation>Taken in at (&amp;G)</translation>
        </message>
        <message>
            <source>接任日期(&amp;D)</source>
            <translation>Takes over on (&amp;D)</translation>
        </message>
        <message>
            <source>接待人</source>
            <translation>Received by</translation>
        </message>
        <message>
            <source>接待人(&amp;R)</source>
            <translation>&amp;Received by</translation>
        </message>
        <message>
            <source>接待安排</source>
            <translation>Reception plan</translation>
        </message>
        <message>
            <source>接待安排(&amp;S)</source>
            <translation>Reception plan (&amp;S)</translation>
        </message>
        <message>
            <source>接待日</source>
            <translation>Reception days</translation>
        </message>
        <message>
            <source>接待日(&amp;J)</source>
            <translation>Reception days (&amp;J)</translation>
        </message>
        <message>
            <source>接待日(&amp;J)…</source>
            <translation>Reception days (&amp;J)…</translation>
        </message>
        <message>
            <source>接待日{count}人</source>
            <translation>{count} on reception days</translation>
        </message>
        <message>
            <source>接待日期(&amp;B)</source>
            <translation>Reception day (&amp;B)</translation>
        </message>
        <message>
            <source>接待日通知</source>
            <translation>Reception notice</translation>
        </message>
        <message>
            <source>接班人</source>
            <translation>Taken over by</translation>
        </message>
        <message>
            <source>接班人(&amp;R)</source>
            <translation>Taken ove&amp;r by</translation>
        </message>
        <message>
            <source>接着办的事办完了再填</source>
            <translation>Fill in when what was left is done</translation>
        </message>
        <message>
            <source>接着打印</source>
            <translation>Go on printing</translation>
        </message>
        <message>
            <source>接着打印(&amp;P)</source>
            <translation>Go on &amp;printing</translation>
        </message>
        <message>
            <source>接着打印(&amp;P)…</source>
            <translation>Go on &amp;printing…</translation>
        </message>
        <message>
            <source>提供单位</source>
            <translation>Lent by</translation>
        </message>
        <message>
            <source>提供单位(&amp;D)</source>
            <translation>Lent by (&amp;D)</translation>
        </message>
        <message>
            <source>提前 {days} 个工作日</source>
            <translation>{days} working days before</translation>
        </message>
        <message>
            <source>提前 {days} 天</source>
            <translation>{days} days before</translation>
        </message>
        <message>
            <source>提前几天提醒(&amp;W)</source>
            <translation>Warn so many days before (&amp;W)</translation>
        </message>
        <message>
            <source>提示</source>
            <translation>Hint</translation>
        </message>
        <message>
            <source>提示(&amp;H)</source>
            <translation>&amp;Hint</translation>
        </message>
        <message>
            <source>提醒</source>
            <translation>Warning</translation>
        </message>
        <message>
            <source>插上它就自动备份到“邻里台备份”文件夹；别的U盘一概不写。盘里别的文件不动。</source>
            <translation>When plugged in, a backup goes by itself into the folder "邻里台备份"; no other stick is ever written. Other files on it stay untouched.</translation>
        </message>
        <message>
            <source>插入资料项(&amp;I)</source>
            <translation>&amp;Insert field</translation>
        </message>
        <message>
            <source>援助站</source>
            <translation>Stations</translation>
        </message>
        <message>
            <source>援助站(&amp;S)…</source>
            <translation>&amp;Stations…</translation>
        </message>
        <message>
            <source>援助站值班</source>
            <translation>Duty</translation>
        </message>
        <message>
            <source>援助站点</source>
            <translation>Stations</translation>
        </message>
        <message>
            <source>援助站点(&amp;S)…</source>
            <translation>&amp;Stations…</translation>
        </message>
        <message>
            <source>援助站点里能借的房间都已经是场地了，没有可以再加的。</source>
            <translation>All rooms of stations that can be lent are venues already.</translation>
        </message>
        <message>
            <source>援助站点（电话牌）</source>
            <translation>Stations (phone sign)</translation>
        </message>
        <message>
            <source>摘自《人民调解法》，开始调解以前要告诉双方当事人。</source>
            <translation>From the People's Mediation Law; both parties are told before mediation begins.</translation>
        </message>
        <message>
            <source>撤回(&amp;S)</source>
            <translation>Withdraw (&amp;S)</translation>
        </message>
        <message>
            <source>撤回(&amp;U)</source>
            <translation>Take back (&amp;U)</translation>
        </message>
        <message>
            <source>撤回(&amp;W)…</source>
            <translation>&amp;Withdraw…</translation>
        </message>
        <message>
            <source>撤回上一份(&amp;Z)</source>
            <translation>Take back the last (&amp;Z)</translation>
        </message>
        <message>
            <source>撤回原因(&amp;Y)</source>
            <translation>Reason (&amp;Y)</translation>
        </message>
        <message>
            <source>撤回合并</source>
            <translation>Take back a merge</translation>
        </message>
        <message>
            <source>撤回合并(&amp;D)…</source>
            <translation>Take back (&amp;D)…</translation>
        </message>
        <message>
            <source>撤回同意</source>
            <translation>Withdraw consent</translation>
        </message>
        <message>
            <source>撤回同意(&amp;W)…</source>
            <translation>&amp;Withdraw consent…</translation>
        </message>
        <message>
            <source>撤回同意的</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>撤回后的内容</source>
            <translation>Content afterwards</translation>
        </message>
        <message>
            <source>撤回打勾的(&amp;S)</source>
            <translation>Take back what i&amp;s ticked</translation>
        </message>
        <message>
            <source>撤回日期(&amp;D)</source>
            <translation>With&amp;drawn on</translation>
        </message>
        <message>
            <source>撤回这一步</source>
            <translation>Take this step back</translation>
        </message>
        <message>
            <source>撤回通知</source>
            <translation>Withdraw notice</translation>
        </message>
        <message>
            <source>撤村建居前的村</source>
            <translation>the village before it became the community</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>撤销(&amp;U)</source>
            <translation>&amp;Undo</translation>
        </message>
        <message>
            <source>撤销(&amp;U)：{step}</source>
            <translation>&amp;Undo: {step}</translation>
        </message>
        <message>
            <source>撤销(&amp;Z)</source>
            <translation>Undo (&amp;Z)</translation>
        </message>
        <message>
            <source>撤销恢复(&amp;U)…</source>
            <translation>&amp;Undo the restore…</translation>
        </message>
        <message>
            <source>撤销最后一笔（Ctrl+Z）</source>
            <translation>Take back the last stroke (Ctrl+Z)</translation>
        </message>
        <message>
            <source>撤销的网格(&amp;X)</source>
            <translation>Closed grid (&amp;X)</translation>
        </message>
        <message>
            <source>操作</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>操作、对象、说明里的字</source>
            <translation>Words in action, record or remark</translation>
        </message>
        <message>
            <source>支部</source>
            <translation>Branch</translation>
        </message>
        <message>
            <source>支部(&amp;T)</source>
            <translation>Branch (&amp;T)</translation>
        </message>
        <message>
            <source>收到</source>
            <translation>Received</translation>
        </message>
        <message>
            <source>收到日期(&amp;B)</source>
            <translation>Received on (&amp;B)</translation>
        </message>
        <message>
            <source>收到日期(&amp;D)</source>
            <translation>Receive&amp;d on</translation>
        </message>
        <message>
            <source>收到的材料(&amp;L)</source>
            <translation>Materia&amp;ls received</translation>
        </message>
        <message>
            <source>收回</source>
            <translation>Collect</translation>
        </message>
        <message>
            <source>收回这张单子(&amp;S)</source>
            <translation>Take this &amp;sheet back</translation>
        </message>
        <message>
            <source>收窄(&amp;N)</source>
            <translation>&amp;Narrower</translation>
        </message>
        <message>
            <source>收费</source>
            <translation>Fee</translation>
        </message>
        <message>
            <source>收费(&amp;F)</source>
            <translation>&amp;Fee</translation>
        </message>
        <message>
            <source>收集哪些信息(&amp;K)</source>
            <translation>Which data is collected (&amp;K)</translation>
        </message>
        <message>
            <source>改为</source>
            <translation>After</translation>
        </message>
        <message>
            <source>改为手写(&amp;W)</source>
            <translation>&amp;Write it instead</translation>
        </message>
        <message>
            <source>改了哪些内容</source>
            <translation>What was changed</translation>
        </message>
        <message>
            <source>改了姓名的，前任到这天的前一天为止</source>
            <translation>Where the name is another, the predecessor serves until the day before</translation>
        </message>
        <message>
            <source>改了这些内容（证件号码和电话不完整显示）：</source>
            <translation>This was changed (numbers are masked):</translation>
        </message>
        <message>
            <source>改住址就是全户移居。</source>
            <translation>Another address moves the whole household.</translation>
        </message>
        <message>
            <source>改关系(&amp;R)…</source>
            <translation>Change &amp;relation…</translation>
        </message>
        <message>
            <source>改到 {span}</source>
            <translation>Move to {span}</translation>
        </message>
        <message>
            <source>改名(&amp;M)…</source>
            <translation>Rena&amp;me…</translation>
        </message>
        <message>
            <source>改名(&amp;N)…</source>
            <translation>Re&amp;name…</translation>
        </message>
        <message>
            <source>改名(&amp;R)…</source>
            <translation>&amp;Rename…</translation>
        </message>
        <message>
            <source>改好并打开(&amp;O)</source>
            <translation>Change and &amp;open</translation>
        </message>
        <message>
            <source>改派</source>
            <translation>Give to another</translation>
        </message>
        <message>
            <source>改用表里的</source>
            <translation>Take what is in the sheet</translation>
        </message>
        <message>
            <source>改由</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>改角色(&amp;R)…</source>
            <translation>Change &amp;role…</translation>
        </message>
        <message>
            <source>改颜色…</source>
            <translation>Change colour…</translation>
        </message>
        <message>
            <source>放不下时</source>
            <translation>When it does not fit</translation>
        </message>
        <message>
            <source>放不下时写“另有几人”</source>
            <translation>Write “and … more” when it does not fit</translation>
        </message>
        <message>
            <source>放不下时接着印下一张</source>
            <translation>Go on with another sheet when it does not fit</translation>
        </message>
        <message>
            <source>放假和调休</source>
            <translation>Days off and worked weekends</translation>
        </message>
        <message>
            <source>放假安排(&amp;H)</source>
            <translation>Days off (&amp;H)</translation>
        </message>
        <message>
            <source>放入常用的十一个站点</source>
            <translation>Put in the eleven usual stations</translation>
        </message>
        <message>
            <source>放到最上面(&amp;F)</source>
            <translation>To the &amp;front</translation>
        </message>
        <message>
            <source>放到最下面(&amp;K)</source>
            <translation>To the bac&amp;k</translation>
        </message>
        <message>
            <source>放回纸盒，原来的上边先进打印机，再印背面。</source>
            <translation>Put the stack back so that the former top edge enters the printer first, then print the backs.</translation>
        </message>
        <message>
            <source>放回纸盒，原来的下边先进打印机，再印背面。</source>
            <translation>Put the stack back so that the former bottom edge enters the printer first, then print the backs.</translation>
        </message>
        <message>
            <source>放大</source>
            <translation>Larger</translation>
        </message>
        <message>
            <source>放大字号</source>
            <translation>Larger type</translation>
        </message>
        <message>
            <source>放大（+）</source>
            <translation>Larger (+)</translation>
        </message>
        <message>
            <source>放法</source>
            <translation>Fitting</translation>
        </message>
        <message>
            <source>政治面貌</source>
            <translation>Political status</translation>
        </message>
        <message>
            <source>故障报告已保存在：{path}
报告里没有居民信息，不会发送到任何地方；可以在“安全”里的“问题报告”中查看。</source>
            <translation>The problem report was saved: {path}
It holds no data of residents and is sent nowhere; see it in "Problem reports" under "Safety".</translation>
        </message>
        <message>
            <source>救助</source>
            <translation>Benefits</translation>
        </message>
        <message>
            <source>救助待遇</source>
            <translation>Benefits</translation>
        </message>
        <message>
            <source>救助待遇(&amp;E)…</source>
            <translation>B&amp;enefits…</translation>
        </message>
        <message>
            <source>救助待遇名册（{which}）</source>
            <translation>Register of benefits ({which})</translation>
        </message>
        <message>
            <source>数量</source>
            <translation>Quantity</translation>
        </message>
        <message>
            <source>整个大厅</source>
            <translation>Whole hall</translation>
        </message>
        <message>
            <source>整个月一张，字最大，贴在墙上；要能打 A3 的打印机。</source>
            <translation>A month on one sheet, as large as can be, for the wall; takes a printer for A3.</translation>
        </message>
        <message>
            <source>整个月一张，打在 A4 上。</source>
            <translation>A month on one sheet of A4.</translation>
        </message>
        <message>
            <source>整个网格</source>
            <translation>Whole grid</translation>
        </message>
        <message>
            <source>整天</source>
            <translation>All day</translation>
        </message>
        <message>
            <source>整张卡</source>
            <translation>The whole card</translation>
        </message>
        <message>
            <source>整张新纸(&amp;N)</source>
            <translation>&amp;New sheet</translation>
        </message>
        <message>
            <source>整张新纸…</source>
            <translation>New sheet…</translation>
        </message>
        <message>
            <source>整月</source>
            <translation>Whole month</translation>
        </message>
        <message>
            <source>整月的，填这个月的任何一天</source>
            <translation>For a whole month write any day of it</translation>
        </message>
        <message>
            <source>整理常用筛选(&amp;L)…</source>
            <translation>Put the kept fi&amp;lters in order…</translation>
        </message>
        <message>
            <source>文书</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>文书名称</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>文书目录</source>
            <translation>List of documents</translation>
        </message>
        <message>
            <source>文书目录(&amp;L)…</source>
            <translation>&amp;List of documents…</translation>
        </message>
        <message>
            <source>文件</source>
            <translation>File</translation>
        </message>
        <message>
            <source>文件不见了，请重新添加</source>
            <translation>The file is gone; please add it again</translation>
        </message>
        <message>
            <source>文件内容</source>
            <translation>Content of the file</translation>
        </message>
        <message>
            <source>文件已做好，请带到对方电脑上读。</source>
            <translation>The file is ready; carry it to the other computer.</translation>
        </message>
        <message>
            <source>文件已存好。</source>
            <translation>The file was saved.</translation>
        </message>
        <message>
            <source>文件：{name}</source>
            <translation>File: {name}</translation>
        </message>
        <message>
            <source>文件：{path}</source>
            <translation>File: {path}</translation>
        </message>
        <message>
            <source>文化程度</source>
            <translation>Education</translation>
        </message>
        <message>
            <source>文号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>文字</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>文字(&amp;T)</source>
            <translation>&amp;Text</translation>
        </message>
        <message>
            <source>文字内容</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>新名字</source>
            <translation>New name</translation>
        </message>
        <message>
            <source>新名称</source>
            <translation>New name</translation>
        </message>
        <message>
            <source>新增</source>
            <translation>Added</translation>
        </message>
        <message>
            <source>新增(&amp;N)…</source>
            <translation>&amp;New…</translation>
        </message>
        <message>
            <source>新增值班表</source>
            <translation>New roster</translation>
        </message>
        <message>
            <source>新增值班表(&amp;N)…</source>
            <translation>&amp;New roster…</translation>
        </message>
        <message>
            <source>新增居民</source>
            <translation>New resident</translation>
        </message>
        <message>
            <source>新增居民(&amp;N)</source>
            <translation>&amp;New resident</translation>
        </message>
        <message>
            <source>新增网格</source>
            <translation>New grid</translation>
        </message>
        <message>
            <source>新增网格(&amp;N)</source>
            <translation>&amp;New grid</translation>
        </message>
        <message>
            <source>新增账号</source>
            <translation>New account</translation>
        </message>
        <message>
            <source>新增账号(&amp;N)…</source>
            <translation>&amp;New account…</translation>
        </message>
        <message>
            <source>新增队伍</source>
            <translation>New team</translation>
        </message>
        <message>
            <source>新密码(&amp;N)</source>
            <translation>&amp;New password</translation>
        </message>
        <message>
            <source>新密码(&amp;P)</source>
            <translation>New &amp;password</translation>
        </message>
        <message>
            <source>新建(&amp;N)…</source>
            <translation>&amp;New…</translation>
        </message>
        <message>
            <source>新建一户</source>
            <translation>New household</translation>
        </message>
        <message>
            <source>新建卡片模板</source>
            <translation>New card template</translation>
        </message>
        <message>
            <source>新建打印机档案</source>
            <translation>New printer profile</translation>
        </message>
        <message>
            <source>新建打印机档案(&amp;N)…</source>
            <translation>&amp;New printer profile…</translation>
        </message>
        <message>
            <source>新建时先写好的内容，可以空着</source>
            <translation>Filled in beforehand; may stay empty</translation>
        </message>
        <message>
            <source>新建时先填好，可以改</source>
            <translation>Filled in beforehand; can be changed</translation>
        </message>
        <message>
            <source>新建纸张</source>
            <translation>New paper</translation>
        </message>
        <message>
            <source>新建通知</source>
            <translation>New notice</translation>
        </message>
        <message>
            <source>新建问卷</source>
            <translation>New survey</translation>
        </message>
        <message>
            <source>新户的住址(&amp;A)</source>
            <translation>&amp;Address of the new household</translation>
        </message>
        <message>
            <source>新户的户主(&amp;H)</source>
            <translation>&amp;Head of the new household</translation>
        </message>
        <message>
            <source>新户的户号(&amp;N)</source>
            <translation>&amp;Number of the new household</translation>
        </message>
        <message>
            <source>新来的人(&amp;N)…</source>
            <translation>Somebody &amp;new…</translation>
        </message>
        <message>
            <source>新模板的名称</source>
            <translation>Name of the new template</translation>
        </message>
        <message>
            <source>新活动(&amp;N)…</source>
            <translation>&amp;New event…</translation>
        </message>
        <message>
            <source>新的名称</source>
            <translation>New name</translation>
        </message>
        <message>
            <source>新的恢复码</source>
            <translation>New recovery code</translation>
        </message>
        <message>
            <source>新的户</source>
            <translation>New households</translation>
        </message>
        <message>
            <source>新的活动</source>
            <translation>A new event</translation>
        </message>
        <message>
            <source>新编号</source>
            <translation>New number</translation>
        </message>
        <message>
            <source>新网格名称(&amp;N)</source>
            <translation>&amp;Name of the new grid</translation>
        </message>
        <message>
            <source>新网格编号(&amp;B)</source>
            <translation>Num&amp;ber of the new grid</translation>
        </message>
        <message>
            <source>方向键移动 0.1 毫米，加 Shift 移动 1 毫米，加 Ctrl 改大小；回车改内容。</source>
            <translation>Arrow keys move by 0.1 mm, with Shift by 1 mm, with Ctrl they resize; Enter changes the content.</translation>
        </message>
        <message>
            <source>方向键移动，加号减号改变大小，R 转 90 度，回车选定</source>
            <translation>Arrow keys move, plus and minus resize, R turns by 90 degrees, Enter accepts</translation>
        </message>
        <message>
            <source>方括号里的一段，里面有空的就不印。还可以写：{known}。</source>
            <translation>A part in square brackets is not printed if something in it is empty. Also: {known}.</translation>
        </message>
        <message>
            <source>无</source>
            <translation>none</translation>
        </message>
        <message>
            <source>无照片</source>
            <translation>No photo</translation>
        </message>
        <message>
            <source>日历文件 (*.ics)</source>
            <translation>Calendar files (*.ics)</translation>
        </message>
        <message>
            <source>日历文件是一个人的，请选是谁的。</source>
            <translation>A calendar file is one person's; please choose whose.</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>日期(&amp;B)</source>
            <translation>Day (&amp;B)</translation>
        </message>
        <message>
            <source>日期(&amp;D)</source>
            <translation>&amp;Day</translation>
        </message>
        <message>
            <source>日期时间</source>
            <translation>Day and time</translation>
        </message>
        <message>
            <source>旧系统给这个字自造了一个编码，换了系统就认不出来。请对照身份证，换成正确的字，或画出来。</source>
            <translation>The old system made up a code for this character, which other systems do not know. Compare with the identity card and take the right character, or draw it.</translation>
        </message>
        <message>
            <source>旧系统自造字</source>
            <translation>Character made up by the old system</translation>
        </message>
        <message>
            <source>早于开始的算到第二天</source>
            <translation>An end before the begin is on the next day</translation>
        </message>
        <message>
            <source>时数均匀(&amp;1)</source>
            <translation>Even out hours (&amp;1)</translation>
        </message>
        <message>
            <source>时段</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>时段(&amp;M)</source>
            <translation>Period (&amp;M)</translation>
        </message>
        <message>
            <source>时段(&amp;S)</source>
            <translation>Period (&amp;S)</translation>
        </message>
        <message>
            <source>时段(&amp;T)</source>
            <translation>Period (&amp;T)</translation>
        </message>
        <message>
            <source>时长</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>时长(&amp;H)</source>
            <translation>&amp;Hours</translation>
        </message>
        <message>
            <source>时长台账里已经都有，没有要记的。</source>
            <translation>Everything is in the hours ledger already.</translation>
        </message>
        <message>
            <source>时长和证明</source>
            <translation>Hours and certificates</translation>
        </message>
        <message>
            <source>时长和证明(&amp;H)…</source>
            <translation>&amp;Hours and certificates…</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>时间(&amp;K)</source>
            <translation>Time (&amp;K)</translation>
        </message>
        <message>
            <source>时间(&amp;T)</source>
            <translation>&amp;Time</translation>
        </message>
        <message>
            <source>时间不同(&amp;E)…</source>
            <translation>Anoth&amp;er time…</translation>
        </message>
        <message>
            <source>时限(&amp;S)…</source>
            <translation>Time limit&amp;s…</translation>
        </message>
        <message>
            <source>星期</source>
            <translation>Day of the week</translation>
        </message>
        <message>
            <source>星期几(&amp;W)</source>
            <translation>Days of the &amp;week</translation>
        </message>
        <message>
            <source>星期几有(&amp;Q)</source>
            <translation>Weekdays (&amp;Q)</translation>
        </message>
        <message>
            <source>昨天 {time}</source>
            <translation>yesterday {time}</translation>
        </message>
        <message>
            <source>是</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>是党员，台签上亮党员身份(&amp;Y)</source>
            <translation>Part&amp;y member, shown on the desk sign</translation>
        </message>
        <message>
            <source>是公示(&amp;P)</source>
            <translation>It is a &amp;publication</translation>
        </message>
        <message>
            <source>是否必须</source>
            <translation>Required or not</translation>
        </message>
        <message>
            <source>是否流动人口</source>
            <translation>Floating or not</translation>
        </message>
        <message>
            <source>是否采纳(&amp;D)</source>
            <translation>Taken up or not (&amp;D)</translation>
        </message>
        <message>
            <source>是哪一份(&amp;W)</source>
            <translation>&amp;Which one</translation>
        </message>
        <message>
            <source>是哪种文书(&amp;K)</source>
            <translation>Which document (&amp;K)</translation>
        </message>
        <message>
            <source>是户主</source>
            <translation>Is head</translation>
        </message>
        <message>
            <source>是流动人口(&amp;F)</source>
            <translation>&amp;Floating person</translation>
        </message>
        <message>
            <source>是谁的(&amp;P)</source>
            <translation>Whose (&amp;P)</translation>
        </message>
        <message>
            <source>是这个数</source>
            <translation>Yes, this number</translation>
        </message>
        <message>
            <source>显示</source>
            <translation>Display</translation>
        </message>
        <message>
            <source>显示(&amp;D)</source>
            <translation>Show (&amp;D)</translation>
        </message>
        <message>
            <source>显示(&amp;S)</source>
            <translation>&amp;Show</translation>
        </message>
        <message>
            <source>显示(&amp;T)</source>
            <translation>Shown (&amp;T)</translation>
        </message>
        <message>
            <source>显示(&amp;Z)</source>
            <translation>Show (&amp;Z)</translation>
        </message>
        <message>
            <source>显示号码(&amp;V)</source>
            <translation>Show numbers (&amp;V)</translation>
        </message>
        <message>
            <source>显示哪些卡</source>
            <translation>Which cards to show</translation>
        </message>
        <message>
            <source>显示或收起右边的详细情况</source>
            <translation>Show or hide the details at the right</translation>
        </message>
        <message>
            <source>显示或隐藏密码</source>
            <translation>Show or hide the password</translation>
        </message>
        <message>
            <source>普法讲座、志愿服务、党员活动记在这里，同时约好场地，打签到表，办完记人次。</source>
            <translation>Legal lectures, voluntary service and party days are entered here: book the venue, print the sheet to sign, record who came.</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>More</translation>
        </message>
        <message>
            <source>更多(&amp;M)</source>
            <translation>&amp;More</translation>
        </message>
        <message>
            <source>更多操作</source>
            <translation>More commands</translation>
        </message>
        <message>
            <source>更多条件(&amp;F)…</source>
            <translation>More &amp;filters…</translation>
        </message>
        <message>
            <source>更换恢复码</source>
            <translation>Change the recovery code</translation>
        </message>
        <message>
            <source>更换恢复码(&amp;R)…</source>
            <translation>Change the &amp;recovery code…</translation>
        </message>
        <message>
            <source>更早的 {count} 处(&amp;A)</source>
            <translation>{count} earlier places (&amp;A)</translation>
        </message>
        <message>
            <source>更正(&amp;Z)</source>
            <translation>Correction (&amp;Z)</translation>
        </message>
        <message>
            <source>更正出具</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>更正出具(&amp;F)…</source>
            <translation>Correct (&amp;F)…</translation>
        </message>
        <message>
            <source>更正原因</source>
            <translation>Reason for the correction</translation>
        </message>
        <message>
            <source>曾住</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>曾标记为不是同一人</source>
            <translation>marked before as not the same person</translation>
        </message>
        <message>
            <source>曾用名</source>
            <translation>Former name</translation>
        </message>
        <message>
            <source>替居民办的事：收了什么、哪天办好、在谁手里，打存根和回执</source>
            <translation>What is done for residents: what was received, promised for when, in whose hands; stub and receipt</translation>
        </message>
        <message>
            <source>替居民跑腿办的事登记在这里：收了什么材料，答应哪天办好，交给了谁，打一张回执。</source>
            <translation>What is done for residents is entered here: what was received, promised for which day, handed to whom; print a receipt.</translation>
        </message>
        <message>
            <source>替换</source>
            <translation>Replace</translation>
        </message>
        <message>
            <source>替班，不用还</source>
            <translation>Stand-in, not to be returned</translation>
        </message>
        <message>
            <source>最后一天</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>最后一天(&amp;D)</source>
            <translation>Last &amp;day</translation>
        </message>
        <message>
            <source>最后一天(&amp;E)</source>
            <translation>Last day (&amp;E)</translation>
        </message>
        <message>
            <source>最后一天是休息日的，顺延到下一个工作日(&amp;R)</source>
            <translation>A last day off moves to the next working day (&amp;R)</translation>
        </message>
        <message>
            <source>最后一张好卡的卡号(&amp;N)</source>
            <translation>&amp;Number of the last good card</translation>
        </message>
        <message>
            <source>最多 {count} 题；录入答卷以后题目和选项的个数不能再改</source>
            <translation>at most {count} questions; once papers are entered, the number of questions and choices cannot change</translation>
        </message>
        <message>
            <source>最多(&amp;M)</source>
            <translation>At &amp;most</translation>
        </message>
        <message>
            <source>最多几行</source>
            <translation>Most lines</translation>
        </message>
        <message>
            <source>最多延长(&amp;L)</source>
            <translation>Extended at most by (&amp;L)</translation>
        </message>
        <message>
            <source>最多连续值班(&amp;D)</source>
            <translation>At most &amp;days in a row</translation>
        </message>
        <message>
            <source>最小缩到</source>
            <translation>Smallest size</translation>
        </message>
        <message>
            <source>最少(&amp;L)</source>
            <translation>At &amp;least</translation>
        </message>
        <message>
            <source>最晚 {day}</source>
            <translation>At the latest {day}</translation>
        </message>
        <message>
            <source>最要紧</source>
            <translation>Most important</translation>
        </message>
        <message>
            <source>最近 {count} 个</source>
            <translation>the last {count}</translation>
        </message>
        <message>
            <source>最近七天</source>
            <translation>Last seven days</translation>
        </message>
        <message>
            <source>最近几个月，每月一份(&amp;M)</source>
            <translation>Of the last &amp;months, one each</translation>
        </message>
        <message>
            <source>最近几周，每周一份(&amp;W)</source>
            <translation>Of the last &amp;weeks, one each</translation>
        </message>
        <message>
            <source>最近几天，每天一份(&amp;D)</source>
            <translation>Of the last &amp;days, one each</translation>
        </message>
        <message>
            <source>最近读过它的文件</source>
            <translation>Its file last read</translation>
        </message>
        <message>
            <source>最近走访</source>
            <translation>Last visit</translation>
        </message>
        <message>
            <source>月份(&amp;M)</source>
            <translation>&amp;Month</translation>
        </message>
        <message>
            <source>月报</source>
            <translation>Monthly</translation>
        </message>
        <message>
            <source>有</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>有 {count} 个别的字体没有的汉字</source>
            <translation>has {count} characters that no other font has</translation>
        </message>
        <message>
            <source>有 {count} 人已迁出或去世，请办离队。</source>
            <translation>{count} people moved away or died; please let them leave.</translation>
        </message>
        <message>
            <source>有 {count} 处时间冲突：{venue}，{one}（{who}）和{other}（{whom}），请改一个。</source>
            <translation>{count} clashes: {venue}, {one} ({who}) and {other} ({whom}); please change one.</translation>
        </message>
        <message>
            <source>有 {count} 处楼栋重叠（红色斜线），请移开。</source>
            <translation>{count} buildings overlap (red hatching); please move them apart.</translation>
        </message>
        <message>
            <source>有 {count} 处没有认出姓名，其余 {good} 人照样加入？</source>
            <translation>{count} lines without a name; add the other {good} all the same?</translation>
        </message>
        <message>
            <source>有 {count} 天人手不够：{days}。</source>
            <translation>On {count} days there are too few: {days}.</translation>
        </message>
        <message>
            <source>有 {count} 天已经排过，保持不变。</source>
            <translation>{count} days have shifts already and stay as they are.</translation>
        </message>
        <message>
            <source>有 {count} 张已发出的联系卡会过时，办完可以在“活卡”里换新卡。</source>
            <translation>{count} issued contact cards will be outdated; print new ones under Outdated cards afterwards.</translation>
        </message>
        <message>
            <source>有 {count} 班缺人，最早的是 {day}。</source>
            <translation>{count} shifts lack people, the first on {day}.</translation>
        </message>
        <message>
            <source>有 {count} 行没有认出姓名，其余 {good} 人照样加入？</source>
            <translation>{count} lines have no name that is understood; add the other {good} all the same?</translation>
        </message>
        <message>
            <source>有事先打</source>
            <translation>Call first</translation>
        </message>
        <message>
            <source>有事先打这位邻居的电话(&amp;F)</source>
            <translation>Call this neighbour &amp;first</translation>
        </message>
        <message>
            <source>有人来查阅、更正、删除自己的信息，或者撤回同意，就登记一件，编号自动连着。</source>
            <translation>When somebody comes to see, correct or delete their data, or withdraws consent, record it here; numbers run on by themselves.</translation>
        </message>
        <message>
            <source>有人要查阅、更正、删除自己的信息，登记、答复、打印</source>
            <translation>Somebody wants to see, correct or delete their data: record, answer, print</translation>
        </message>
        <message>
            <source>有人认领过的不能删除。</source>
            <translation>Somebody claimed it; it cannot be deleted.</translation>
        </message>
        <message>
            <source>有其中一个就算</source>
            <translation>one of them is enough</translation>
        </message>
        <message>
            <source>有别的文书代替</source>
            <translation>Another document stands for it</translation>
        </message>
        <message>
            <source>有卡过时了：{figures}</source>
            <translation>Some cards are out of date: {figures}</translation>
        </message>
        <message>
            <source>有发现的</source>
            <translation>With findings</translation>
        </message>
        <message>
            <source>有哪些备份，恢复到其中一个，U盘备份，演练恢复</source>
            <translation>Which backups there are, restoring one, backup stick, rehearsal</translation>
        </message>
        <message>
            <source>有哪些班次、要几个人、谁参加、必须遵守什么</source>
            <translation>Which shifts, how many people, who takes part, what must be kept</translation>
        </message>
        <message>
            <source>有就不印</source>
            <translation>Not if</translation>
        </message>
        <message>
            <source>有才印</source>
            <translation>Only if</translation>
        </message>
        <message>
            <source>有改动的行号</source>
            <translation>Changed lines</translation>
        </message>
        <message>
            <source>有改动的行号，如 1、3</source>
            <translation>Changed lines, such as 1、3</translation>
        </message>
        <message>
            <source>有效</source>
            <translation>In force</translation>
        </message>
        <message>
            <source>有效期到</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>有效期到(&amp;E)</source>
            <translation>Valid until (&amp;E)</translation>
        </message>
        <message>
            <source>有效期至</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>有效的</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>有的班次要会这一样的人才能值</source>
            <translation>Some shifts need somebody who knows this</translation>
        </message>
        <message>
            <source>有背面</source>
            <translation>Has a back</translation>
        </message>
        <message>
            <source>有背面(&amp;B)</source>
            <translation>Has a &amp;back</translation>
        </message>
        <message>
            <source>有这些资料时不印</source>
            <translation>Not printed if these facts are there</translation>
        </message>
        <message>
            <source>有钥匙</source>
            <translation>has a key</translation>
        </message>
        <message>
            <source>服务内容</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>服务内容(&amp;F)</source>
            <translation>Services (&amp;F)</translation>
        </message>
        <message>
            <source>服务内容(&amp;M)</source>
            <translation>Service (&amp;M)</translation>
        </message>
        <message>
            <source>服务承诺(&amp;C)</source>
            <translation>Servi&amp;ce promise</translation>
        </message>
        <message>
            <source>服务时长</source>
            <translation>Hours served</translation>
        </message>
        <message>
            <source>服务时长(&amp;H)</source>
            <translation>&amp;Hours served</translation>
        </message>
        <message>
            <source>服务时长台账（{which}）</source>
            <translation>Hours served ({which})</translation>
        </message>
        <message>
            <source>服务热线(&amp;T)</source>
            <translation>Ho&amp;tline</translation>
        </message>
        <message>
            <source>服务项目</source>
            <translation>Service items</translation>
        </message>
        <message>
            <source>服务项目(&amp;J)</source>
            <translation>Service items (&amp;J)</translation>
        </message>
        <message>
            <source>服务项目(&amp;W)</source>
            <translation>Service items (&amp;W)</translation>
        </message>
        <message>
            <source>服务项目(&amp;X)</source>
            <translation>Service items (&amp;X)</translation>
        </message>
        <message>
            <source>服务项目或班次</source>
            <translation>Service item or shift</translation>
        </message>
        <message>
            <source>朝上（一样）</source>
            <translation>Up (the same)</translation>
        </message>
        <message>
            <source>朝下（颠倒了）</source>
            <translation>Down (turned over)</translation>
        </message>
        <message>
            <source>期别(&amp;L)</source>
            <translation>&amp;Length</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Time limit</translation>
        </message>
        <message>
            <source>期限(&amp;D)</source>
            <translation>Limit (&amp;D)</translation>
        </message>
        <message>
            <source>期限、接待日和值班按这里算工作日；少数民族节日等地方假日也写在这里。</source>
            <translation>Terms, reception days and rosters count working days by this; festivals of minorities and other local holidays belong here too.</translation>
        </message>
        <message>
            <source>期限从这一天算起</source>
            <translation>The term runs from this day</translation>
        </message>
        <message>
            <source>期限日历</source>
            <translation>Calendar of due days</translation>
        </message>
        <message>
            <source>期限日历(&amp;C)…</source>
            <translation>Calendar of due days (&amp;C)…</translation>
        </message>
        <message>
            <source>期限日历(&amp;R)…</source>
            <translation>Calendar (&amp;R)…</translation>
        </message>
        <message>
            <source>期限规则(&amp;T)…</source>
            <translation>Rules of &amp;time limits…</translation>
        </message>
        <message>
            <source>期限：{what} {day}，{words}</source>
            <translation>Due: {what} {day}, {words}</translation>
        </message>
        <message>
            <source>未分类</source>
            <translation>Not classified</translation>
        </message>
        <message>
            <source>未划网格</source>
            <translation>No grid</translation>
        </message>
        <message>
            <source>未发卡</source>
            <translation>No card</translation>
        </message>
        <message>
            <source>未定</source>
            <translation>Undecided</translation>
        </message>
        <message>
            <source>未知</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>未说明</source>
            <translation>Not stated</translation>
        </message>
        <message>
            <source>本人(&amp;N)</source>
            <translation>I&amp;n person</translation>
        </message>
        <message>
            <source>本人住在别处，不住在本户的住址</source>
            <translation>lives elsewhere than the household</translation>
        </message>
        <message>
            <source>本人：{whom}</source>
            <translation>In person: {whom}</translation>
        </message>
        <message>
            <source>本周(&amp;Z)</source>
            <translation>This week (&amp;Z)</translation>
        </message>
        <message>
            <source>本季度</source>
            <translation>This quarter</translation>
        </message>
        <message>
            <source>本季度的</source>
            <translation>This quarter</translation>
        </message>
        <message>
            <source>本户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>本户 {count} 人</source>
            <translation>Household of {count}</translation>
        </message>
        <message>
            <source>本户(&amp;O)</source>
            <translation>H&amp;ousehold</translation>
        </message>
        <message>
            <source>本户成员</source>
            <translation>Members of the household</translation>
        </message>
        <message>
            <source>本户的结对联系</source>
            <translation>This household's pairing</translation>
        </message>
        <message>
            <source>本户的走访和服务</source>
            <translation>Visits and services for this household</translation>
        </message>
        <message>
            <source>本月</source>
            <translation>This month</translation>
        </message>
        <message>
            <source>本月标准(&amp;A)…</source>
            <translation>R&amp;ate of the month…</translation>
        </message>
        <message>
            <source>本月的</source>
            <translation>This month's</translation>
        </message>
        <message>
            <source>本期</source>
            <translation>This period</translation>
        </message>
        <message>
            <source>本机</source>
            <translation>This computer</translation>
        </message>
        <message>
            <source>本机叫「{name}」。对方添加本机时，请念出这 12 个词让对方核对；二维码和钥匙文件只含公开的钥匙，没有居民信息。</source>
            <translation>This computer is called "{name}". When another adds it, read these 12 words aloud; QR code and key file hold only the public key, no data of residents.</translation>
        </message>
        <message>
            <source>本机叫「{name}」。用U盘把一份加密的文件带到对方电脑，对方看过再读入；只有互相添加过、核对过文字的电脑才能读。</source>
            <translation>This computer is called "{name}". An encrypted file is carried on a stick; the other looks at it before taking it in. Only computers that added each other and compared words can read it.</translation>
        </message>
        <message>
            <source>本机名片</source>
            <translation>Card of this computer</translation>
        </message>
        <message>
            <source>本机名片(&amp;M)…</source>
            <translation>Card of this co&amp;mputer…</translation>
        </message>
        <message>
            <source>本机的名字，如 一楼窗口：</source>
            <translation>Name of this computer, such as desk on the ground floor:</translation>
        </message>
        <message>
            <source>本机钥匙的二维码</source>
            <translation>QR code of this computer's key</translation>
        </message>
        <message>
            <source>本楼栋</source>
            <translation>This building</translation>
        </message>
        <message>
            <source>本民族文字姓名</source>
            <translation>Native name</translation>
        </message>
        <message>
            <source>本社区代码(&amp;D)</source>
            <translation>Co&amp;de of this community</translation>
        </message>
        <message>
            <source>本社区居民，姓名随居民资料</source>
            <translation>Resident of this community; the name follows the record</translation>
        </message>
        <message>
            <source>本社区居民，姓名随居民资料。</source>
            <translation>A resident of this community; the name follows the resident's data.</translation>
        </message>
        <message>
            <source>本程序不联网，数据只保存在这台电脑里</source>
            <translation>This program uses no network; data stays on this computer</translation>
        </message>
        <message>
            <source>本网格的楼栋</source>
            <translation>Buildings of this grid</translation>
        </message>
        <message>
            <source>本街道的其他社区</source>
            <translation>Other communities of the street</translation>
        </message>
        <message>
            <source>本街道的其他社区(&amp;S)…</source>
            <translation>Other communities of the &amp;street…</translation>
        </message>
        <message>
            <source>机关代字(&amp;P)</source>
            <translation>&amp;Prefix of numbers</translation>
        </message>
        <message>
            <source>机构(&amp;J)</source>
            <translation>Home (&amp;J)</translation>
        </message>
        <message>
            <source>权利和义务(&amp;H)…</source>
            <translation>Rig&amp;hts and duties…</translation>
        </message>
        <message>
            <source>材料</source>
            <translation>Materials</translation>
        </message>
        <message>
            <source>材料(&amp;M)</source>
            <translation>&amp;Materials</translation>
        </message>
        <message>
            <source>条件</source>
            <translation>Conditions</translation>
        </message>
        <message>
            <source>条件(&amp;J)</source>
            <translation>Conditions (&amp;J)</translation>
        </message>
        <message>
            <source>来了多少人，按人次计</source>
            <translation>everybody counts each time</translation>
        </message>
        <message>
            <source>来信、来访、来电、网上的信访登记在这里；到期的、重复来的会提醒。</source>
            <translation>Letters, visits, calls and online petitions are entered here; you are reminded of terms and of repeated ones.</translation>
        </message>
        <message>
            <source>来信、来访、来电、网上的信访，办理期限和重复信访的提醒</source>
            <translation>Letters, visits, calls and online petitions, their terms and reminders of repeated ones</translation>
        </message>
        <message>
            <source>来办的人(&amp;G)</source>
            <translation>Who comes (&amp;G)</translation>
        </message>
        <message>
            <source>来历</source>
            <translation>Origin</translation>
        </message>
        <message>
            <source>来本地原因</source>
            <translation>Reason for coming</translation>
        </message>
        <message>
            <source>来本地日期</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>来本地时间</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>来此原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>来此日期</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>来源(&amp;I)</source>
            <translation>Source (&amp;I)</translation>
        </message>
        <message>
            <source>来源(&amp;L)</source>
            <translation>Source (&amp;L)</translation>
        </message>
        <message>
            <source>来源(&amp;O)</source>
            <translation>S&amp;ource</translation>
        </message>
        <message>
            <source>来源(&amp;T)</source>
            <translation>Source (&amp;T)</translation>
        </message>
        <message>
            <source>来源：{source}。</source>
            <translation>Source: {source}.</translation>
        </message>
        <message>
            <source>来自</source>
            <translation>From</translation>
        </message>
        <message>
            <source>来自剪贴板</source>
            <translation>From the clipboard</translation>
        </message>
        <message>
            <source>来访</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>来访人(&amp;N)</source>
            <translation>Visitor (&amp;N)</translation>
        </message>
        <message>
            <source>来访人数</source>
            <translation>Visitors</translation>
        </message>
        <message>
            <source>来访登记留着。不再接待的，也可以在“修改安排”里写上到哪天止。可以按 Ctrl+Z 撤销。</source>
            <translation>The visits stay. Where reception ends, the last day can be written under Change plan instead. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>来访登记簿</source>
            <translation>Visitors' register</translation>
        </message>
        <message>
            <source>来访登记簿(&amp;B)…</source>
            <translation>Visitors' register (&amp;B)…</translation>
        </message>
        <message>
            <source>来访登记簿（{which}）</source>
            <translation>Visitors' register ({which})</translation>
        </message>
        <message>
            <source>来访记录</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>查找(&amp;F)</source>
            <translation>&amp;Find</translation>
        </message>
        <message>
            <source>查找一个人</source>
            <translation>Find somebody</translation>
        </message>
        <message>
            <source>查找内容</source>
            <translation>Text to find</translation>
        </message>
        <message>
            <source>查找居民</source>
            <translation>Find residents</translation>
        </message>
        <message>
            <source>查找已停止，点“重新查找”再来。</source>
            <translation>Finding was stopped; press “Find again” to go on.</translation>
        </message>
        <message>
            <source>查找楼栋</source>
            <translation>Find a building</translation>
        </message>
        <message>
            <source>查找矛盾纠纷</source>
            <translation>Find disputes</translation>
        </message>
        <message>
            <source>查某一天归哪个网格</source>
            <translation>Which grid on a day</translation>
        </message>
        <message>
            <source>查某一天归哪个网格(&amp;D)…</source>
            <translation>Which grid on a &amp;day…</translation>
        </message>
        <message>
            <source>查看(&amp;V)…</source>
            <translation>&amp;View…</translation>
        </message>
        <message>
            <source>查看、打印和公示；不能修改</source>
            <translation>Sees, prints and posts; cannot change</translation>
        </message>
        <message>
            <source>标准字号</source>
            <translation>Standard type</translation>
        </message>
        <message>
            <source>标志(&amp;E)</source>
            <translation>&amp;Emblem</translation>
        </message>
        <message>
            <source>标牌</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>标签</source>
            <translation>Tags</translation>
        </message>
        <message>
            <source>标签(&amp;G)</source>
            <translation>Ta&amp;gs</translation>
        </message>
        <message>
            <source>标签和特长</source>
            <translation>Tags and skills</translation>
        </message>
        <message>
            <source>标记为不是同一人的</source>
            <translation>Marked as not the same person</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>标题(&amp;H)</source>
            <translation>Title (&amp;H)</translation>
        </message>
        <message>
            <source>标题(&amp;N)</source>
            <translation>Title (&amp;N)</translation>
        </message>
        <message>
            <source>标题(&amp;T)</source>
            <translation>&amp;Title</translation>
        </message>
        <message>
            <source>标题和正文（花括号里的由上面填写的内容代替）</source>
            <translation>Title and text (what is filled in above stands for the words in braces)</translation>
        </message>
        <message>
            <source>标题或文号</source>
            <translation>Title or number</translation>
        </message>
        <message>
            <source>校准(&amp;J)</source>
            <translation>Calibration (&amp;J)</translation>
        </message>
        <message>
            <source>校准向导(&amp;J)…</source>
            <translation>Calibration wizard (&amp;J)…</translation>
        </message>
        <message>
            <source>校准检查纸</source>
            <translation>Check sheet</translation>
        </message>
        <message>
            <source>校准纸</source>
            <translation>Calibration sheet</translation>
        </message>
        <message>
            <source>校准纸的图</source>
            <translation>Picture of the calibration sheet</translation>
        </message>
        <message>
            <source>校准纸背面</source>
            <translation>Calibration sheet, back</translation>
        </message>
        <message>
            <source>校准：{name}</source>
            <translation>Calibration: {name}</translation>
        </message>
        <message>
            <source>样子</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>样式(&amp;V)</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>核对</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>核对单 {number}</source>
            <translation>Check sheet {number}</translation>
        </message>
        <message>
            <source>核对文字</source>
            <translation>Words to compare</translation>
        </message>
        <message>
            <source>核对是否同一人(&amp;M)…</source>
            <translation>Sa&amp;me person?…</translation>
        </message>
        <message>
            <source>核对资料</source>
            <translation>Checking the data</translation>
        </message>
        <message>
            <source>核验(&amp;V)</source>
            <translation>Check (&amp;V)</translation>
        </message>
        <message>
            <source>核验(&amp;V)…</source>
            <translation>Check (&amp;V)…</translation>
        </message>
        <message>
            <source>核验发现 {count} 个问题。请不要再使用这台电脑上的台账，报告负责人。</source>
            <translation>{count} problems were found. Stop using the ledger on this computer and tell whoever is responsible.</translation>
        </message>
        <message>
            <source>核验完毕：{count} 条审计记录完整，没有被改动、删除或调换过。</source>
            <translation>Checked: {count} audit records are complete; none was changed, deleted or moved.</translation>
        </message>
        <message>
            <source>核验审计日志</source>
            <translation>Check the audit trail</translation>
        </message>
        <message>
            <source>格</source>
            <translation>Slots</translation>
        </message>
        <message>
            <source>格子里不能有“｜”，请换成顿号或逗号。</source>
            <translation>A cell may not hold “｜”; use 、 or ， instead.</translation>
        </message>
        <message>
            <source>格高</source>
            <translation>Slot height</translation>
        </message>
        <message>
            <source>框</source>
            <translation>Frame</translation>
        </message>
        <message>
            <source>框(&amp;R)</source>
            <translation>F&amp;rame</translation>
        </message>
        <message>
            <source>框大些(&amp;L)</source>
            <translation>&amp;Larger frame</translation>
        </message>
        <message>
            <source>框小些(&amp;M)</source>
            <translation>S&amp;maller frame</translation>
        </message>
        <message>
            <source>框里有 {width}×{height} 像素。</source>
            <translation>The frame holds {width}×{height} pixels.</translation>
        </message>
        <message>
            <source>案件内容变了：{names}</source>
            <translation>The case has changed: {names}</translation>
        </message>
        <message>
            <source>案件来源(&amp;C)</source>
            <translation>How it &amp;came</translation>
        </message>
        <message>
            <source>案件里的内容不受影响，再打开时按案件重新填写。可以按 Ctrl+Z 撤销。</source>
            <translation>The case itself stays as it is; opened again it is filled from the case. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>案号</source>
            <translation>Case number</translation>
        </message>
        <message>
            <source>案号、名称、当事人、事情里的几个字（Ctrl+F）</source>
            <translation>Number, title, party, a few words of the matter (Ctrl+F)</translation>
        </message>
        <message>
            <source>档案“{name}”建好了。现在就校准吗？</source>
            <translation>The profile “{name}” is made. Calibrate it now?</translation>
        </message>
        <message>
            <source>检查七个有(&amp;T)…</source>
            <translation>Check &amp;the seven points…</translation>
        </message>
        <message>
            <source>检查七个有：{name}</source>
            <translation>Seven points: {name}</translation>
        </message>
        <message>
            <source>检查姓名</source>
            <translation>Check names</translation>
        </message>
        <message>
            <source>检查姓名(&amp;N)…</source>
            <translation>Check &amp;names…</translation>
        </message>
        <message>
            <source>检查日期(&amp;D)</source>
            <translation>Checke&amp;d on</translation>
        </message>
        <message>
            <source>检查每一条审计记录有没有被改动、删除、调换，并和备份里、台账旁边记下的链头对照。</source>
            <translation>Looks whether any audit record was changed, deleted or moved, and compares with the heads in backups and beside the ledger.</translation>
        </message>
        <message>
            <source>检查纸上还有偏差，再读一次(&amp;R)</source>
            <translation>The check sheet is still off, &amp;read it again</translation>
        </message>
        <message>
            <source>楼栋</source>
            <translation>Buildings</translation>
        </message>
        <message>
            <source>楼栋(&amp;L)</source>
            <translation>Bui&amp;ldings</translation>
        </message>
        <message>
            <source>楼栋和单元</source>
            <translation>Buildings and units</translation>
        </message>
        <message>
            <source>楼栋图</source>
            <translation>Building picture</translation>
        </message>
        <message>
            <source>楼栋图(&amp;P)…</source>
            <translation>Building &amp;picture…</translation>
        </message>
        <message>
            <source>楼栋或住址</source>
            <translation>Building or address</translation>
        </message>
        <message>
            <source>楼栋或巷名</source>
            <translation>Building or lane</translation>
        </message>
        <message>
            <source>楼栋或巷道(&amp;B)</source>
            <translation>&amp;Building or lane</translation>
        </message>
        <message>
            <source>楼栋或巷道(&amp;D)</source>
            <translation>Building or lane (&amp;D)</translation>
        </message>
        <message>
            <source>楼栋或门牌</source>
            <translation>Building or door number</translation>
        </message>
        <message>
            <source>楼栋长</source>
            <translation>Head of a building</translation>
        </message>
        <message>
            <source>楼栋长(&amp;D)</source>
            <translation>Heads of buildings (&amp;D)</translation>
        </message>
        <message>
            <source>楼栋长、巷道长要选</source>
            <translation>Needed for heads of buildings and lanes</translation>
        </message>
        <message>
            <source>楼栋长姓名</source>
            <translation>Name of the head</translation>
        </message>
        <message>
            <source>楼栋长电话</source>
            <translation>Phone of the head</translation>
        </message>
        <message>
            <source>模板改名</source>
            <translation>Rename template</translation>
        </message>
        <message>
            <source>横向间距(&amp;X)</source>
            <translation>Distance across (&amp;X)</translation>
        </message>
        <message>
            <source>橙色的列名是猜的，请看一下对不对。</source>
            <translation>Orange column names are guesses; please check them.</translation>
        </message>
        <message>
            <source>次序(&amp;O)</source>
            <translation>&amp;Order</translation>
        </message>
        <message>
            <source>正在保存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>正在保存退回表…</source>
            <translation>Saving the returned rows…</translation>
        </message>
        <message>
            <source>正在修订…</source>
            <translation>Revising…</translation>
        </message>
        <message>
            <source>正在写文件…</source>
            <translation>Writing the file…</translation>
        </message>
        <message>
            <source>正在准备…</source>
            <translation>Preparing…</translation>
        </message>
        <message>
            <source>正在准备个人信息副本…</source>
            <translation>Preparing the copy of personal data…</translation>
        </message>
        <message>
            <source>正在准备值班表…</source>
            <translation>Preparing the roster…</translation>
        </message>
        <message>
            <source>正在准备名册…</source>
            <translation>Preparing the register…</translation>
        </message>
        <message>
            <source>正在准备告知书…</source>
            <translation>Preparing the notice…</translation>
        </message>
        <message>
            <source>正在准备回执…</source>
            <translation>Preparing the receipt…</translation>
        </message>
        <message>
            <source>正在准备打印…</source>
            <translation>Preparing to print…</translation>
        </message>
        <message>
            <source>正在准备承诺书…</source>
            <translation>Preparing pledges…</translation>
        </message>
        <message>
            <source>正在准备报表…</source>
            <translation>Preparing the report…</translation>
        </message>
        <message>
            <source>正在准备登记表…</source>
            <translation>Preparing forms…</translation>
        </message>
        <message>
            <source>正在准备示例社区…</source>
            <translation>Preparing the sample community…</translation>
        </message>
        <message>
            <source>正在准备移交清单…</source>
            <translation>Preparing the hand-over list…</translation>
        </message>
        <message>
            <source>正在准备站点值班…</source>
            <translation>Preparing who is on duty…</translation>
        </message>
        <message>
            <source>正在准备答复单…</source>
            <translation>Preparing the answer…</translation>
        </message>
        <message>
            <source>正在准备签收表…</source>
            <translation>Preparing the hand-over sheet…</translation>
        </message>
        <message>
            <source>正在准备练习…</source>
            <translation>Preparing the practice…</translation>
        </message>
        <message>
            <source>正在准备背面…</source>
            <translation>Preparing the backs…</translation>
        </message>
        <message>
            <source>正在准备虚构的居民，只要几秒钟。不用密码，真的台账不会被动到。</source>
            <translation>Preparing made-up residents; it takes seconds. No password is needed and the real ledger is not touched.</translation>
        </message>
        <message>
            <source>正在准备要打印的内容…</source>
            <translation>Preparing what is to be printed…</translation>
        </message>
        <message>
            <source>正在准备门牌…</source>
            <translation>Preparing the door signs…</translation>
        </message>
        <message>
            <source>正在准备问卷…</source>
            <translation>Preparing the survey…</translation>
        </message>
        <message>
            <source>正在准备预案…</source>
            <translation>Preparing the emergency plan…</translation>
        </message>
        <message>
            <source>正在准备预览…</source>
            <translation>Preparing the preview…</translation>
        </message>
        <message>
            <source>正在删除…</source>
            <translation>Deleting…</translation>
        </message>
        <message>
            <source>正在制卡并登记…</source>
            <translation>Making and recording the cards…</translation>
        </message>
        <message>
            <source>正在发文…</source>
            <translation>Issuing…</translation>
        </message>
        <message>
            <source>正在备份…</source>
            <translation>Backing up…</translation>
        </message>
        <message>
            <source>正在备份今天的工作，完成后退出…</source>
            <translation>Backing up today's work, then quitting…</translation>
        </message>
        <message>
            <source>正在备份到备份盘，请不要拔…</source>
            <translation>Backing up to the stick, do not pull it out…</translation>
        </message>
        <message>
            <source>正在导入…</source>
            <translation>Importing…</translation>
        </message>
        <message>
            <source>正在导入模板…</source>
            <translation>Importing the template…</translation>
        </message>
        <message>
            <source>正在导出…</source>
            <translation>Exporting…</translation>
        </message>
        <message>
            <source>正在导出值班表…</source>
            <translation>Exporting the roster…</translation>
        </message>
        <message>
            <source>正在导出名册…</source>
            <translation>Exporting the register…</translation>
        </message>
        <message>
            <source>正在导出报表…</source>
            <translation>Exporting the report…</translation>
        </message>
        <message>
            <source>正在帮扶</source>
            <translation>Going on</translation>
        </message>
        <message>
            <source>正在帮扶的</source>
            <translation>Those that go on</translation>
        </message>
        <message>
            <source>正在恢复…</source>
            <translation>Restoring…</translation>
        </message>
        <message>
            <source>正在恢复，请不要关电脑…</source>
            <translation>Restoring, do not switch off the computer…</translation>
        </message>
        <message>
            <source>正在打印…</source>
            <translation>Printing…</translation>
        </message>
        <message>
            <source>正在打印。</source>
            <translation>Printing.</translation>
        </message>
        <message>
            <source>正在打印第 {page} 页</source>
            <translation>Printing page {page}</translation>
        </message>
        <message>
            <source>正在打开卷宗…</source>
            <translation>Opening the case file…</translation>
        </message>
        <message>
            <source>正在打开存档件…</source>
            <translation>Opening the archive copy…</translation>
        </message>
        <message>
            <source>正在打开照片…</source>
            <translation>Opening the photo…</translation>
        </message>
        <message>
            <source>正在打开附件…</source>
            <translation>Opening the attachment…</translation>
        </message>
        <message>
            <source>正在找这些人…</source>
            <translation>Finding these people…</translation>
        </message>
        <message>
            <source>正在把最近的备份恢复到一边，打开检查…</source>
            <translation>Restoring the latest backup aside and checking it…</translation>
        </message>
        <message>
            <source>正在排版…</source>
            <translation>Laying out…</translation>
        </message>
        <message>
            <source>正在排班，取消就用到这时为止最好的</source>
            <translation>Filling; cancel keeps the best so far</translation>
        </message>
        <message>
            <source>正在撤回…</source>
            <translation>Taking back…</translation>
        </message>
        <message>
            <source>正在撤销…</source>
            <translation>Undoing…</translation>
        </message>
        <message>
            <source>正在数…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>正在查找…</source>
            <translation>Finding…</translation>
        </message>
        <message>
            <source>正在查找可能重复的人…</source>
            <translation>Finding people who may be duplicates…</translation>
        </message>
        <message>
            <source>正在查找这个人的全部信息…</source>
            <translation>Finding all data of this person…</translation>
        </message>
        <message>
            <source>正在核对…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>正在核对发出的卡…</source>
            <translation>Checking the cards handed out…</translation>
        </message>
        <message>
            <source>正在核对后来的修改…</source>
            <translation>Looking at later changes…</translation>
        </message>
        <message>
            <source>正在核验…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>正在检查姓名…</source>
            <translation>Checking the names…</translation>
        </message>
        <message>
            <source>正在检查字体…</source>
            <translation>Checking the fonts…</translation>
        </message>
        <message>
            <source>正在检查附件…</source>
            <translation>Checking the attachments…</translation>
        </message>
        <message>
            <source>正在移入回收站…</source>
            <translation>Moving to the recycle bin…</translation>
        </message>
        <message>
            <source>正在编辑列表的一格，按 Esc 回到整张卡。</source>
            <translation>You are editing one slot of the list; Esc goes back to the whole card.</translation>
        </message>
        <message>
            <source>正在装订卷宗…</source>
            <translation>Binding the case file…</translation>
        </message>
        <message>
            <source>正在计算…</source>
            <translation>Reckoning…</translation>
        </message>
        <message>
            <source>正在试导入…</source>
            <translation>Trying the import…</translation>
        </message>
        <message>
            <source>正在读入…</source>
            <translation>Taking in…</translation>
        </message>
        <message>
            <source>正在读取剪贴板…</source>
            <translation>Reading the clipboard…</translation>
        </message>
        <message>
            <source>正在读取台账…</source>
            <translation>Reading the ledger…</translation>
        </message>
        <message>
            <source>正在读取文件…</source>
            <translation>Reading the file…</translation>
        </message>
        <message>
            <source>正在读图片…</source>
            <translation>Reading the picture…</translation>
        </message>
        <message>
            <source>正在迁回…</source>
            <translation>Moving back…</translation>
        </message>
        <message>
            <source>正在连接打印机</source>
            <translation>Connecting to the printer</translation>
        </message>
        <message>
            <source>正在重做…</source>
            <translation>Redoing…</translation>
        </message>
        <message>
            <source>正在重新计算…</source>
            <translation>Reckoning again…</translation>
        </message>
        <message>
            <source>正常管理</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>正式导入(&amp;I)</source>
            <translation>&amp;Import</translation>
        </message>
        <message>
            <source>正文(&amp;E)</source>
            <translation>T&amp;ext</translation>
        </message>
        <message>
            <source>正文里写 {名称} 的地方由它代替</source>
            <translation>Stands for {名称} in braces in the text</translation>
        </message>
        <message>
            <source>正面</source>
            <translation>Front</translation>
        </message>
        <message>
            <source>正面(&amp;F)</source>
            <translation>&amp;Front</translation>
        </message>
        <message>
            <source>正面已交给打印机。接下来翻面：</source>
            <translation>The fronts were handed to the printer. Now turn the paper:</translation>
        </message>
        <message>
            <source>每个站点一张，写这一天谁在那里值班，大字；所有值班表合在一起。</source>
            <translation>One sheet for each station: who is there on this day, in large type, from all rosters.</translation>
        </message>
        <message>
            <source>每个站点要有标牌、设备、值班人员、公开电话、工作制度、办事指南和咨询电话。可以先放入常用的十一个站点，再改成自己的。</source>
            <translation>Each station wants a sign, equipment, people on duty, a public phone, work rules, a guide and an advice phone. You can put in the eleven usual stations first and change them.</translation>
        </message>
        <message>
            <source>每个网格一份</source>
            <translation>One for each grid</translation>
        </message>
        <message>
            <source>每个网格要有哪些岗位、几个人，由社区自己定。没有填写的，不检查空缺。</source>
            <translation>Which posts a grid has, and how many people, is the community's to say. Where nothing is filled in gaps are not looked for.</translation>
        </message>
        <message>
            <source>每人一份，写本人</source>
            <translation>A copy for each person</translation>
        </message>
        <message>
            <source>每人一张</source>
            <translation>One a person</translation>
        </message>
        <message>
            <source>每人一条，只有本人的班；一张 A4 剪成四条。</source>
            <translation>A slip for each with their own shifts; an A4 is cut into four.</translation>
        </message>
        <message>
            <source>每人一行：姓名、电话、单位；只有姓名的可以用顿号隔开，从 WPS 里复制过来也行</source>
            <translation>One person a line: name, phone, unit; names alone may be divided by 、. Copies from WPS will do.</translation>
        </message>
        <message>
            <source>每人一行：姓名、电话、来源、网格；可以带表头，从 WPS 里复制过来</source>
            <translation>One person a line: name, phone, source, grid; with or without a head, copied from WPS</translation>
        </message>
        <message>
            <source>每人排了多少</source>
            <translation>How much each has</translation>
        </message>
        <message>
            <source>每人数量(&amp;H)</source>
            <translation>Eac&amp;h</translation>
        </message>
        <message>
            <source>每人次数(&amp;J)…</source>
            <translation>Turns of each (&amp;J)…</translation>
        </message>
        <message>
            <source>每人每月(&amp;A)</source>
            <translation>Each &amp;a month</translation>
        </message>
        <message>
            <source>每人给一个志愿者编号；已经是志愿者的不重复登记。可以按 Ctrl+Z 撤销。</source>
            <translation>Each gets a volunteer number; who is one already is not registered again. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>每人联系 {least} 到 {most} 个网格。</source>
            <translation>Each serves {least} to {most} grids.</translation>
        </message>
        <message>
            <source>每份印份号(&amp;Z)</source>
            <translation>Print copy numbers (&amp;Z)</translation>
        </message>
        <message>
            <source>每周同一天同一时间都用的，填最后一天；只用一次的留空</source>
            <translation>For the same day and time every week enter the last day; empty for once</translation>
        </message>
        <message>
            <source>每周用到(&amp;W)</source>
            <translation>Every &amp;week until</translation>
        </message>
        <message>
            <source>每天一行、每班一列的清单。</source>
            <translation>A list with a line a day and a column a shift.</translation>
        </message>
        <message>
            <source>每天一行的清单</source>
            <translation>A list with a line a day</translation>
        </message>
        <message>
            <source>每户一份，写户主</source>
            <translation>A copy for each household's head</translation>
        </message>
        <message>
            <source>每户一张</source>
            <translation>One a household</translation>
        </message>
        <message>
            <source>每户只发一张</source>
            <translation>One card a household</translation>
        </message>
        <message>
            <source>每户还是每人一份</source>
            <translation>For each household or each person</translation>
        </message>
        <message>
            <source>每月最多(&amp;M)</source>
            <translation>At &amp;most in a month</translation>
        </message>
        <message>
            <source>每月金额(&amp;J)</source>
            <translation>Paid monthly (&amp;J)</translation>
        </message>
        <message>
            <source>每栋一页(&amp;L)…</source>
            <translation>One page to a bui&amp;lding…</translation>
        </message>
        <message>
            <source>每栋楼另起一页</source>
            <translation>Each building on a new page</translation>
        </message>
        <message>
            <source>每格的宽(&amp;W)</source>
            <translation>Slot &amp;width</translation>
        </message>
        <message>
            <source>每格的高(&amp;G)</source>
            <translation>Slot hei&amp;ght</translation>
        </message>
        <message>
            <source>每格（毫米）</source>
            <translation>Slot (mm)</translation>
        </message>
        <message>
            <source>每班人数(&amp;H)</source>
            <translation>People a s&amp;hift</translation>
        </message>
        <message>
            <source>每行一张，如 护士执业证 编号 2019001 到 2027-05-31</source>
            <translation>One per line, such as 护士执业证 编号 2019001 到 2027-05-31</translation>
        </message>
        <message>
            <source>每行一项，如 理发 10 元/次</source>
            <translation>One per line, such as 理发 10 元/次</translation>
        </message>
        <message>
            <source>每间床数(&amp;H)</source>
            <translation>Beds in eac&amp;h room</translation>
        </message>
        <message>
            <source>比上班早的，算到第二天</source>
            <translation>If earlier than it begins, it ends on the next day</translation>
        </message>
        <message>
            <source>比对(&amp;D)…</source>
            <translation>Compare (&amp;D)…</translation>
        </message>
        <message>
            <source>比对两条登记</source>
            <translation>Compare two records</translation>
        </message>
        <message>
            <source>毫米</source>
            <translation>mm</translation>
        </message>
        <message>
            <source>毫米；往上移写负数。</source>
            <translation>mm; negative moves up.</translation>
        </message>
        <message>
            <source>毫米；往左移写负数，如 −1.5。</source>
            <translation>mm; negative moves left, such as −1.5.</translation>
        </message>
        <message>
            <source>民族</source>
            <translation>Ethnicity</translation>
        </message>
        <message>
            <source>民族(&amp;E)</source>
            <translation>&amp;Ethnicity</translation>
        </message>
        <message>
            <source>民族(&amp;M)</source>
            <translation>Ethnic group (&amp;M)</translation>
        </message>
        <message>
            <source>民族文字姓名</source>
            <translation>Native name</translation>
        </message>
        <message>
            <source>民族节日</source>
            <translation>Ethnic festivals</translation>
        </message>
        <message>
            <source>民族节日(&amp;Z)…</source>
            <translation>Ethnic festivals (&amp;Z)…</translation>
        </message>
        <message>
            <source>没定的取对方的</source>
            <translation>Take theirs where undecided</translation>
        </message>
        <message>
            <source>没定的取本机的</source>
            <translation>Take ours where undecided</translation>
        </message>
        <message>
            <source>没定的取较新的</source>
            <translation>Take the newer where undecided</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>None</translation>
        </message>
        <message>
            <source>没有上限的留空</source>
            <translation>Empty if without bound</translation>
        </message>
        <message>
            <source>没有人</source>
            <translation>Nobody</translation>
        </message>
        <message>
            <source>没有人请假</source>
            <translation>Nobody is away</translation>
        </message>
        <message>
            <source>没有住址</source>
            <translation>No address</translation>
        </message>
        <message>
            <source>没有使用这台打印机的权限</source>
            <translation>No permission to use this printer</translation>
        </message>
        <message>
            <source>没有保存的内容</source>
            <translation>Unsaved forms</translation>
        </message>
        <message>
            <source>没有全部办理的，要写明理由</source>
            <translation>Say why where not all was done</translation>
        </message>
        <message>
            <source>没有写卡号，请看看最后一张好的卡，写上它的卡号。</source>
            <translation>There is no card number. Look at the last good card and enter its number.</translation>
        </message>
        <message>
            <source>没有写在目录里的事</source>
            <translation>What is not in the directory</translation>
        </message>
        <message>
            <source>没有写明</source>
            <translation>Not stated</translation>
        </message>
        <message>
            <source>没有冲突，也没有空缺</source>
            <translation>No conflicts and no gaps</translation>
        </message>
        <message>
            <source>没有分组</source>
            <translation>No group</translation>
        </message>
        <message>
            <source>没有划入网格</source>
            <translation>In no grid</translation>
        </message>
        <message>
            <source>没有别的人参加这张值班表，请先在“班次和规则”里加人。</source>
            <translation>Nobody else takes part in this roster; add people in “Shifts and rules” first.</translation>
        </message>
        <message>
            <source>没有别的网格可划，请先新增或拆分一个网格。</source>
            <translation>There is no other grid; add or split one first.</translation>
        </message>
        <message>
            <source>没有到期的个人信息</source>
            <translation>No personal data is due</translation>
        </message>
        <message>
            <source>没有办完的</source>
            <translation>Not done</translation>
        </message>
        <message>
            <source>没有办理的理由(&amp;L)</source>
            <translation>Reason for refusing (&amp;L)</translation>
        </message>
        <message>
            <source>没有办结的</source>
            <translation>Not settled</translation>
        </message>
        <message>
            <source>没有办结的 {count} 件</source>
            <translation>{count} not closed</translation>
        </message>
        <message>
            <source>没有加入</source>
            <translation>Not in any</translation>
        </message>
        <message>
            <source>没有卡可以打印，原因见左边。</source>
            <translation>There are no cards to print; the reasons are at the left.</translation>
        </message>
        <message>
            <source>没有印出</source>
            <translation>Not printed</translation>
        </message>
        <message>
            <source>没有印出来，退回待印(&amp;B)</source>
            <translation>Not printed, put &amp;back to waiting</translation>
        </message>
        <message>
            <source>没有发卡</source>
            <translation>No card issued</translation>
        </message>
        <message>
            <source>没有发现</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>没有发现可能重复的人。</source>
            <translation>Nobody seems to be registered twice.</translation>
        </message>
        <message>
            <source>没有发现的不用添加，照样保存，计一次排查</source>
            <translation>Nothing to add if nothing was found; saved all the same it counts as a sweep</translation>
        </message>
        <message>
            <source>没有填写年份，请填写，如 2027。</source>
            <translation>No year is given; please type one, such as 2027.</translation>
        </message>
        <message>
            <source>没有填写，请用尺子量一下填上。</source>
            <translation>Empty. Please measure with a ruler and enter it.</translation>
        </message>
        <message>
            <source>没有填法定代表人</source>
            <translation>No legal representative entered</translation>
        </message>
        <message>
            <source>没有填：{names}</source>
            <translation>Missing: {names}</translation>
        </message>
        <message>
            <source>没有备份存有这个人。</source>
            <translation>No backup holds this person.</translation>
        </message>
        <message>
            <source>没有委托别人的留空</source>
            <translation>Leave empty if nobody acts for the party</translation>
        </message>
        <message>
            <source>没有字体</source>
            <translation>No font</translation>
        </message>
        <message>
            <source>没有密码</source>
            <translation>no password</translation>
        </message>
        <message>
            <source>没有对应</source>
            <translation>None</translation>
        </message>
        <message>
            <source>没有归还的</source>
            <translation>Not returned</translation>
        </message>
        <message>
            <source>没有当作居民的行</source>
            <translation>Rows not taken as residents</translation>
        </message>
        <message>
            <source>没有情况的留空</source>
            <translation>Leave empty if nothing happened</translation>
        </message>
        <message>
            <source>没有意愿</source>
            <translation>No wish</translation>
        </message>
        <message>
            <source>没有成功</source>
            <translation>did not succeed</translation>
        </message>
        <message>
            <source>没有户主</source>
            <translation>No head</translation>
        </message>
        <message>
            <source>没有户号</source>
            <translation>No household number</translation>
        </message>
        <message>
            <source>没有打印出来：{reason}</source>
            <translation>Not printed: {reason}</translation>
        </message>
        <message>
            <source>没有打开过，要恢复时才知道</source>
            <translation>not opened yet; it shows when restoring</translation>
        </message>
        <message>
            <source>没有找到U盘，请插上以后再点一次。</source>
            <translation>No stick was found. Plug it in and click again.</translation>
        </message>
        <message>
            <source>没有找到。少写一个部件，或者换拼音、笔画试试。</source>
            <translation>Nothing was found. Leave out a component, or try pinyin or strokes.</translation>
        </message>
        <message>
            <source>没有找到打印机</source>
            <translation>No printer was found</translation>
        </message>
        <message>
            <source>没有找到打印机“{name}”。接好后点一下“重新查找”，或者存为 PDF，拿到接着它的电脑上按“实际大小”打印。</source>
            <translation>The printer “{name}” was not found. Connect it and press “Look for printers again”, or save as PDF and print it at “actual size” on the computer it is connected to.</translation>
        </message>
        <message>
            <source>没有找到打印机，可以存为 PDF，拿到别处按“实际大小”打印。</source>
            <translation>No printer was found. Save as PDF and print it elsewhere at “actual size”.</translation>
        </message>
        <message>
            <source>没有找到符合条件的居民</source>
            <translation>No resident matches</translation>
        </message>
        <message>
            <source>没有找到符合条件的案子</source>
            <translation>No case fits</translation>
        </message>
        <message>
            <source>没有找到，换个写法试试。</source>
            <translation>Nothing was found; try other words.</translation>
        </message>
        <message>
            <source>没有找到，换个说法试试</source>
            <translation>Nothing found; try other words</translation>
        </message>
        <message>
            <source>没有指定</source>
            <translation>Nobody named</translation>
        </message>
        <message>
            <source>没有排班，可以改一改再排。</source>
            <translation>No shift was planned; change something and try again.</translation>
        </message>
        <message>
            <source>没有改动，不用保存。</source>
            <translation>Nothing changed, nothing to save.</translation>
        </message>
        <message>
            <source>没有期限的留空</source>
            <translation>Leave empty without a term</translation>
        </message>
        <message>
            <source>没有来</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>没有来(&amp;Z)</source>
            <translation>Absent (&amp;Z)</translation>
        </message>
        <message>
            <source>没有来的 {count} 人，时长已去掉。</source>
            <translation>The hours of {count} who did not come were taken away.</translation>
        </message>
        <message>
            <source>没有校准</source>
            <translation>Not calibrated</translation>
        </message>
        <message>
            <source>没有核对过，恢复时检查</source>
            <translation>not checked; it is checked when restoring</translation>
        </message>
        <message>
            <source>没有检查</source>
            <translation>Not checked</translation>
        </message>
        <message>
            <source>没有电话</source>
            <translation>No phone</translation>
        </message>
        <message>
            <source>没有登录的人</source>
            <translation>People who have not signed in</translation>
        </message>
        <message>
            <source>没有登记</source>
            <translation>Not entered</translation>
        </message>
        <message>
            <source>没有登记住户的房子也列上(&amp;E)</source>
            <translation>Hom&amp;es without a household too</translation>
        </message>
        <message>
            <source>没有登记党员情况的党员</source>
            <translation>Party members without party facts</translation>
        </message>
        <message>
            <source>没有登记的地方</source>
            <translation>A place that is not entered</translation>
        </message>
        <message>
            <source>没有空缺。</source>
            <translation>No gaps.</translation>
        </message>
        <message>
            <source>没有空缺，也没有兼任</source>
            <translation>Nothing vacant, nothing doubled</translation>
        </message>
        <message>
            <source>没有答复的</source>
            <translation>Not answered</translation>
        </message>
        <message>
            <source>没有纸了，请加纸</source>
            <translation>Out of paper; please add some</translation>
        </message>
        <message>
            <source>没有网格</source>
            <translation>No grid</translation>
        </message>
        <message>
            <source>没有网格的</source>
            <translation>Those in no grid</translation>
        </message>
        <message>
            <source>没有署名的留空</source>
            <translation>Leave empty if unsigned</translation>
        </message>
        <message>
            <source>没有联系卡因此过时。</source>
            <translation>No contact card becomes outdated.</translation>
        </message>
        <message>
            <source>没有要到期的事项</source>
            <translation>Nothing is due</translation>
        </message>
        <message>
            <source>没有要处理的姓名</source>
            <translation>No names to see to</translation>
        </message>
        <message>
            <source>没有要登记的民族节日请假。</source>
            <translation>No leave for ethnic festivals to enter.</translation>
        </message>
        <message>
            <source>没有说</source>
            <translation>Not said</translation>
        </message>
        <message>
            <source>没有说明原因</source>
            <translation>No reason given</translation>
        </message>
        <message>
            <source>没有读错也可以用；多半是小数点或者正负号错了。</source>
            <translation>If it was read correctly it may be used; most often the decimal point or the sign is wrong.</translation>
        </message>
        <message>
            <source>没有谈好的留空，上门面议</source>
            <translation>Leave empty if not agreed yet</translation>
        </message>
        <message>
            <source>没有践诺</source>
            <translation>Not kept</translation>
        </message>
        <message>
            <source>没有还在外面的单子</source>
            <translation>No sheet is out</translation>
        </message>
        <message>
            <source>没有这些资料就不发卡</source>
            <translation>No card without these facts</translation>
        </message>
        <message>
            <source>没有这些资料的，不发这种卡</source>
            <translation>Whoever lacks these facts gets no such card</translation>
        </message>
        <message>
            <source>没有逐条决定的冲突怎么办</source>
            <translation>Conflicts that were not decided one by one</translation>
        </message>
        <message>
            <source>没有领用记录</source>
            <translation>Nothing was issued</translation>
        </message>
        <message>
            <source>沿 {letter} 旁边的虚线把纸边折过来，纸边碰到哪条线的头，就读那条线的数。</source>
            <translation>Fold the edge of the paper along the dashed line beside {letter} and read the number of the line whose end the edge touches.</translation>
        </message>
        <message>
            <source>沿短边翻（像翻挂历）</source>
            <translation>flip on the short edge (like a wall calendar)</translation>
        </message>
        <message>
            <source>沿虚线向有字的一面折，看纸边碰到哪条线的头，读那个数；短线是半格，负数带“−”号。</source>
            <translation>Fold along the dashed line towards the printed side, see which line's end the edge touches and read its number; short lines are half steps, negative numbers have “−”.</translation>
        </message>
        <message>
            <source>沿长边翻（像翻书页）</source>
            <translation>flip on the long edge (like a book)</translation>
        </message>
        <message>
            <source>沿革(&amp;Y)…</source>
            <translation>Histor&amp;y…</translation>
        </message>
        <message>
            <source>法定代表人或负责人(&amp;R)</source>
            <translation>Legal &amp;representative or head</translation>
        </message>
        <message>
            <source>法律、文件的名称和条款</source>
            <translation>Name and article of the law or document</translation>
        </message>
        <message>
            <source>法律没有规定年限，由大厅自己定；空着就在封面上留空。</source>
            <translation>The law sets no years, the hall decides; left empty it stays blank on the cover.</translation>
        </message>
        <message>
            <source>注册日期(&amp;G)</source>
            <translation>Re&amp;gistered on</translation>
        </message>
        <message>
            <source>活动</source>
            <translation>Event</translation>
        </message>
        <message>
            <source>活动 {title}</source>
            <translation>Event {title}</translation>
        </message>
        <message>
            <source>活动台账（{which}）</source>
            <translation>Events ({which})</translation>
        </message>
        <message>
            <source>活动小结(&amp;M)</source>
            <translation>Su&amp;mmary</translation>
        </message>
        <message>
            <source>活动情况已保存。</source>
            <translation>How the event went is saved.</translation>
        </message>
        <message>
            <source>活动通知</source>
            <translation>Notice of an event</translation>
        </message>
        <message>
            <source>活动：{coming}。</source>
            <translation>Events: {coming}.</translation>
        </message>
        <message>
            <source>派给</source>
            <translation>Given to</translation>
        </message>
        <message>
            <source>派给谁(&amp;W)</source>
            <translation>Given to &amp;whom</translation>
        </message>
        <message>
            <source>流出地</source>
            <translation>Origin</translation>
        </message>
        <message>
            <source>流动人口</source>
            <translation>Floating</translation>
        </message>
        <message>
            <source>流动人口 {count} 人</source>
            <translation>{count} floating</translation>
        </message>
        <message>
            <source>流动人口登记表</source>
            <translation>Register of floating people</translation>
        </message>
        <message>
            <source>流动党员活动证号</source>
            <translation>Number of the floating member's certificate</translation>
        </message>
        <message>
            <source>流动党员活动证的号码</source>
            <translation>number of the floating member's certificate</translation>
        </message>
        <message>
            <source>流动党员登记册</source>
            <translation>Floating party members</translation>
        </message>
        <message>
            <source>流动党员登记日期</source>
            <translation>Floating member since</translation>
        </message>
        <message>
            <source>流动党员证号</source>
            <translation>Floating member's certificate</translation>
        </message>
        <message>
            <source>流动登记日期</source>
            <translation>Floating member since</translation>
        </message>
        <message>
            <source>浅色外观(&amp;L)</source>
            <translation>&amp;Light look</translation>
        </message>
        <message>
            <source>涉及 {dwellings} 处住所，现住 {households} 户 {residents} 人。</source>
            <translation>{dwellings} homes, where {households} households with {residents} people live.</translation>
        </message>
        <message>
            <source>涉及人数(&amp;H)</source>
            <translation>&amp;How many people</translation>
        </message>
        <message>
            <source>涉及几人(&amp;H)</source>
            <translation>&amp;How many people</translation>
        </message>
        <message>
            <source>涉及的人</source>
            <translation>Whom it concerns</translation>
        </message>
        <message>
            <source>涉及的人(&amp;N)</source>
            <translation>Whom it co&amp;ncerns</translation>
        </message>
        <message>
            <source>涉及的户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>涉及金额(&amp;Y)</source>
            <translation>Amount in dispute (&amp;Y)</translation>
        </message>
        <message>
            <source>深色外观(&amp;D)</source>
            <translation>&amp;Dark look</translation>
        </message>
        <message>
            <source>添加(&amp;A)</source>
            <translation>&amp;Add</translation>
        </message>
        <message>
            <source>添加(&amp;A)…</source>
            <translation>&amp;Add…</translation>
        </message>
        <message>
            <source>添加(&amp;N)…</source>
            <translation>Add (&amp;N)…</translation>
        </message>
        <message>
            <source>添加(&amp;S)</source>
            <translation>Add (&amp;S)</translation>
        </message>
        <message>
            <source>添加了 {count} 个附件，有 {left} 个没有添加。</source>
            <translation>{count} attachments were added, {left} were not.</translation>
        </message>
        <message>
            <source>添加事项</source>
            <translation>New matter</translation>
        </message>
        <message>
            <source>添加事项(&amp;N)…</source>
            <translation>New matter (&amp;N)…</translation>
        </message>
        <message>
            <source>添加人员</source>
            <translation>Add a person</translation>
        </message>
        <message>
            <source>添加人员(&amp;B)…</source>
            <translation>Add people (&amp;B)…</translation>
        </message>
        <message>
            <source>添加便民网点</source>
            <translation>Add a service point</translation>
        </message>
        <message>
            <source>添加到公示栏</source>
            <translation>Add to the board</translation>
        </message>
        <message>
            <source>添加单位</source>
            <translation>Add organisation</translation>
        </message>
        <message>
            <source>添加单位(&amp;A)…</source>
            <translation>&amp;Add issuer…</translation>
        </message>
        <message>
            <source>添加发现的矛盾纠纷(&amp;A)…</source>
            <translation>&amp;Add a dispute found…</translation>
        </message>
        <message>
            <source>添加场地</source>
            <translation>Add a venue</translation>
        </message>
        <message>
            <source>添加填写项(&amp;A)…</source>
            <translation>&amp;Add field…</translation>
        </message>
        <message>
            <source>添加委员(&amp;A)…</source>
            <translation>&amp;Add a member…</translation>
        </message>
        <message>
            <source>添加字体(&amp;F)…</source>
            <translation>Add &amp;font…</translation>
        </message>
        <message>
            <source>添加居民(&amp;A)…</source>
            <translation>&amp;Add residents…</translation>
        </message>
        <message>
            <source>添加履行事项(&amp;A)…</source>
            <translation>&amp;Add what is to be performed…</translation>
        </message>
        <message>
            <source>添加岗位(&amp;N)…</source>
            <translation>Add post (&amp;N)…</translation>
        </message>
        <message>
            <source>添加岗位人员</source>
            <translation>Add somebody to a post</translation>
        </message>
        <message>
            <source>添加工作人员</source>
            <translation>Add staff member</translation>
        </message>
        <message>
            <source>添加工作人员(&amp;N)…</source>
            <translation>Add staff member (&amp;N)…</translation>
        </message>
        <message>
            <source>添加工作职责</source>
            <translation>Add duties</translation>
        </message>
        <message>
            <source>添加床位</source>
            <translation>Add beds</translation>
        </message>
        <message>
            <source>添加床位(&amp;N)…</source>
            <translation>Add beds (&amp;N)…</translation>
        </message>
        <message>
            <source>添加成员</source>
            <translation>Add member</translation>
        </message>
        <message>
            <source>添加成员(&amp;A)…</source>
            <translation>&amp;Add member…</translation>
        </message>
        <message>
            <source>添加承租人(&amp;A)…</source>
            <translation>&amp;Add tenant…</translation>
        </message>
        <message>
            <source>添加指南或制度</source>
            <translation>Add a guide or rules</translation>
        </message>
        <message>
            <source>添加接待安排</source>
            <translation>Add reception plan</translation>
        </message>
        <message>
            <source>添加接待安排(&amp;N)…</source>
            <translation>Add receptio&amp;n plan…</translation>
        </message>
        <message>
            <source>添加标注</source>
            <translation>Add label</translation>
        </message>
        <message>
            <source>添加标注(&amp;A)…</source>
            <translation>&amp;Add label…</translation>
        </message>
        <message>
            <source>添加班次(&amp;A)…</source>
            <translation>&amp;Add a shift…</translation>
        </message>
        <message>
            <source>添加电脑</source>
            <translation>Add a computer</translation>
        </message>
        <message>
            <source>添加电脑(&amp;A)…</source>
            <translation>&amp;Add a computer…</translation>
        </message>
        <message>
            <source>添加电话</source>
            <translation>Add phone</translation>
        </message>
        <message>
            <source>添加的字体</source>
            <translation>Added font</translation>
        </message>
        <message>
            <source>添加社区</source>
            <translation>Add community</translation>
        </message>
        <message>
            <source>添加社区(&amp;N)…</source>
            <translation>Add commu&amp;nity…</translation>
        </message>
        <message>
            <source>添加站点</source>
            <translation>Add station</translation>
        </message>
        <message>
            <source>添加站点(&amp;N)…</source>
            <translation>Add statio&amp;n…</translation>
        </message>
        <message>
            <source>添加结对</source>
            <translation>Add pairing</translation>
        </message>
        <message>
            <source>添加结对(&amp;N)…</source>
            <translation>Add pairi&amp;ng…</translation>
        </message>
        <message>
            <source>添加装备</source>
            <translation>Add equipment</translation>
        </message>
        <message>
            <source>添加装备(&amp;N)…</source>
            <translation>Add equipme&amp;nt…</translation>
        </message>
        <message>
            <source>添加认领岗位</source>
            <translation>Add a post to claim</translation>
        </message>
        <message>
            <source>添加证件</source>
            <translation>Add document</translation>
        </message>
        <message>
            <source>添加调解员(&amp;W)…</source>
            <translation>Add a mediator (&amp;W)…</translation>
        </message>
        <message>
            <source>添加调解组(&amp;G)…</source>
            <translation>Add a &amp;group…</translation>
        </message>
        <message>
            <source>添加负责人(&amp;A)…</source>
            <translation>&amp;Add who is in charge…</translation>
        </message>
        <message>
            <source>添加队员</source>
            <translation>Add member</translation>
        </message>
        <message>
            <source>添加附件</source>
            <translation>Add attachments</translation>
        </message>
        <message>
            <source>添加附件(&amp;N)…</source>
            <translation>Add attachme&amp;nts…</translation>
        </message>
        <message>
            <source>添加题目(&amp;A)…</source>
            <translation>&amp;Add question…</translation>
        </message>
        <message>
            <source>清空</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>清空(&amp;K)</source>
            <translation>Clear (&amp;K)</translation>
        </message>
        <message>
            <source>清空后恢复原来的文字</source>
            <translation>Empty it to get the original text back</translation>
        </message>
        <message>
            <source>清除(&amp;X)</source>
            <translation>Clear (&amp;X)</translation>
        </message>
        <message>
            <source>清除条件(&amp;K)</source>
            <translation>Clear conditions (&amp;K)</translation>
        </message>
        <message>
            <source>清除筛选</source>
            <translation>Clear filters</translation>
        </message>
        <message>
            <source>满意程度(&amp;Y)</source>
            <translation>How content (&amp;Y)</translation>
        </message>
        <message>
            <source>演练</source>
            <translation>Drill</translation>
        </message>
        <message>
            <source>演练(&amp;Y)…</source>
            <translation>Drills (&amp;Y)…</translation>
        </message>
        <message>
            <source>演练恢复(&amp;T)</source>
            <translation>Rehearse (&amp;T)</translation>
        </message>
        <message>
            <source>演练没有通过，请马上再备份一次。</source>
            <translation>The rehearsal failed; please back up again at once.</translation>
        </message>
        <message>
            <source>演练通过：最近的备份恢复得回来，内容完好。</source>
            <translation>The rehearsal went well: the latest backup can be restored and is sound.</translation>
        </message>
        <message>
            <source>激化风险</source>
            <translation>Risk of escalation</translation>
        </message>
        <message>
            <source>灰色的不合规则，排上会标红</source>
            <translation>Grey ones break a rule; put in they are marked red</translation>
        </message>
        <message>
            <source>点“把工作人员加进来”；队伍里的人可以在“队伍”的队员里登记为志愿者；其余的一位一位添加，就可以排班了。</source>
            <translation>Press “Take the staff in”; members of teams can be registered as volunteers there; add the others one by one, then fill the roster.</translation>
        </message>
        <message>
            <source>点“按规则排班”，选好星期几、时间和每班几个人，程序会轮流排满这个月。</source>
            <translation>Press Roster by rule, choose days, hours and how many people, and the month is filled by turns.</translation>
        </message>
        <message>
            <source>点“显示号码”后可以修改</source>
            <translation>can be changed after “Show numbers”</translation>
        </message>
        <message>
            <source>点“登记换班替班”，写清由谁来值、谁同意的。</source>
            <translation>Press “Enter a swap or stand-in” and say who comes and who agreed.</translation>
        </message>
        <message>
            <source>点一下元素来选中它；Tab 键逐个选。虚线以外可能被裁掉。</source>
            <translation>Click an element to select it, or take one after another with Tab. What is outside the dashed line may be cut off.</translation>
        </message>
        <message>
            <source>点一下：从这一格开始印。也可以按方向键，再按空格。</source>
            <translation>Click: begin at this slot. Or use the arrow keys, then Space.</translation>
        </message>
        <message>
            <source>点一栋楼看楼栋图；双击网格的底色到网格。</source>
            <translation>Click a building for its elevation; double-click the ground of a grid to go there.</translation>
        </message>
        <message>
            <source>点线</source>
            <translation>Dotted</translation>
        </message>
        <message>
            <source>照券面填写</source>
            <translation>As printed on the voucher</translation>
        </message>
        <message>
            <source>照本人说的写</source>
            <translation>In their own words</translation>
        </message>
        <message>
            <source>照样打印(&amp;P)</source>
            <translation>&amp;Print anyway</translation>
        </message>
        <message>
            <source>照此复制(&amp;F)…</source>
            <translation>Duplicate (&amp;F)…</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>照片 ({patterns})</source>
            <translation>Photo ({patterns})</translation>
        </message>
        <message>
            <source>照片(&amp;H)</source>
            <translation>P&amp;hoto</translation>
        </message>
        <message>
            <source>照片(&amp;P)</source>
            <translation>&amp;Photo</translation>
        </message>
        <message>
            <source>照片(&amp;Z)</source>
            <translation>Photo (&amp;Z)</translation>
        </message>
        <message>
            <source>照片的像素太多（{width}×{height}），请先缩小再添加。</source>
            <translation>The photo has too many pixels ({width}×{height}). Please make it smaller before adding it.</translation>
        </message>
        <message>
            <source>照看的邻居</source>
            <translation>Neighbour</translation>
        </message>
        <message>
            <source>照着图片描(&amp;T)…</source>
            <translation>&amp;Trace a picture…</translation>
        </message>
        <message>
            <source>照纸上打了 √ 的勾选；没有打的不勾</source>
            <translation>Tick what is ticked on the paper, nothing else</translation>
        </message>
        <message>
            <source>照这样导入会是下面的结果。现在还没有登记，按“正式导入”才会登记。</source>
            <translation>The import would give what is shown below. Nothing is registered before you press “Import”.</translation>
        </message>
        <message>
            <source>照这样导入后的前几行：</source>
            <translation>The first rows after such an import:</translation>
        </message>
        <message>
            <source>照顾一点</source>
            <translation>A little</translation>
        </message>
        <message>
            <source>照顾意愿(&amp;5)</source>
            <translation>Heed wishes (&amp;5)</translation>
        </message>
        <message>
            <source>版式(&amp;Y)</source>
            <translation>La&amp;yout</translation>
        </message>
        <message>
            <source>特长</source>
            <translation>Skills</translation>
        </message>
        <message>
            <source>特长(&amp;K)</source>
            <translation>S&amp;kills</translation>
        </message>
        <message>
            <source>状况</source>
            <translation>State</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>状态(&amp;S)</source>
            <translation>&amp;State</translation>
        </message>
        <message>
            <source>独居</source>
            <translation>Lives alone</translation>
        </message>
        <message>
            <source>现名称</source>
            <translation>Present name</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>现在{words}。</source>
            <translation>Now: {words}.</translation>
        </message>
        <message>
            <source>现在值班</source>
            <translation>On duty now</translation>
        </message>
        <message>
            <source>现在值班的</source>
            <translation>On duty now</translation>
        </message>
        <message>
            <source>现在值班的人</source>
            <translation>Who is on duty now</translation>
        </message>
        <message>
            <source>现在值班：{names}</source>
            <translation>On duty now: {names}</translation>
        </message>
        <message>
            <source>现在出具{name}？</source>
            <translation>Issue {name} now?</translation>
        </message>
        <message>
            <source>现在发文？文号是 {number}，发了这个号就不再给别的通知。</source>
            <translation>Issue now? Its number is {number}, which no other notice will get.</translation>
        </message>
        <message>
            <source>现在发文？这种通知不编文号。</source>
            <translation>Issue now? This kind has no number.</translation>
        </message>
        <message>
            <source>现在可以办理的，排在最前面的是通常的下一步</source>
            <translation>What can be done now; the first is the usual next step</translation>
        </message>
        <message>
            <source>现在在岗的</source>
            <translation>On their posts now</translation>
        </message>
        <message>
            <source>现在在谁手里</source>
            <translation>In whose hands</translation>
        </message>
        <message>
            <source>现在在队的</source>
            <translation>In the team now</translation>
        </message>
        <message>
            <source>现在在：{grid}</source>
            <translation>Now in: {grid}</translation>
        </message>
        <message>
            <source>现在小时</source>
            <translation>Hours now</translation>
        </message>
        <message>
            <source>现在校准</source>
            <translation>Calibrate now</translation>
        </message>
        <message>
            <source>现在没有人值班</source>
            <translation>Nobody is on duty now</translation>
        </message>
        <message>
            <source>现在的台账会先另存一份，恢复错了可以再恢复回来。恢复以后要重新登录。</source>
            <translation>The present ledger is kept aside first, so that you can come back. You will have to sign in again.</translation>
        </message>
        <message>
            <source>现在的密码(&amp;O)</source>
            <translation>&amp;Old password</translation>
        </message>
        <message>
            <source>现在能用的</source>
            <translation>In use now</translation>
        </message>
        <message>
            <source>现在适用的</source>
            <translation>Those that hold now</translation>
        </message>
        <message>
            <source>现在：{state}</source>
            <translation>Now: {state}</translation>
        </message>
        <message>
            <source>现有</source>
            <translation>There are</translation>
        </message>
        <message>
            <source>现状</source>
            <translation>State</translation>
        </message>
        <message>
            <source>现编号</source>
            <translation>Present number</translation>
        </message>
        <message>
            <source>班次</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>班次(&amp;B)</source>
            <translation>Shifts (&amp;B)</translation>
        </message>
        <message>
            <source>班次和规则</source>
            <translation>Shifts and rules</translation>
        </message>
        <message>
            <source>班次和规则(&amp;R)…</source>
            <translation>Shifts and &amp;rules…</translation>
        </message>
        <message>
            <source>班间休息 {rest} 小时，最多连续 {days} 天</source>
            <translation>{rest} hours of rest between shifts, at most {days} days in a row</translation>
        </message>
        <message>
            <source>理发、洗衣、配送这些便民网点和价格记在这里，可以派单，也可以印成价目表。</source>
            <translation>Service points for haircuts, laundry, deliveries and their prices are kept here, to send requests to or to print.</translation>
        </message>
        <message>
            <source>理由(&amp;L)</source>
            <translation>Reason (&amp;L)</translation>
        </message>
        <message>
            <source>生僻字</source>
            <translation>Rare character</translation>
        </message>
        <message>
            <source>生效</source>
            <translation>Effective</translation>
        </message>
        <message>
            <source>生效日期(&amp;E)</source>
            <translation>&amp;Effective on</translation>
        </message>
        <message>
            <source>生效日期(&amp;T)</source>
            <translation>Coun&amp;ts from</translation>
        </message>
        <message>
            <source>用不了</source>
            <translation>Cannot be used</translation>
        </message>
        <message>
            <source>用什么打开(&amp;H)</source>
            <translation>Open wit&amp;h</translation>
        </message>
        <message>
            <source>用什么画</source>
            <translation>Pen</translation>
        </message>
        <message>
            <source>用在(&amp;A)</source>
            <translation>For (&amp;A)</translation>
        </message>
        <message>
            <source>用在哪里</source>
            <translation>Used for</translation>
        </message>
        <message>
            <source>用在哪里(&amp;A)</source>
            <translation>What it is for (&amp;A)</translation>
        </message>
        <message>
            <source>用在哪里(&amp;W)</source>
            <translation>&amp;Where it is used</translation>
        </message>
        <message>
            <source>用它写的 {count} 件通知不受影响。可以按 Ctrl+Z 撤销。</source>
            <translation>The {count} notices written with it are not touched. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>用它发出的卡还有 {count} 张在用。发卡记录会留着，但这些卡不能再补打，资料变了也不会再提醒。删除后可以用“撤销”找回。</source>
            <translation>{count} cards made with it are still in use. They stay recorded, but cannot be reprinted, and nothing tells when their data changes. “Undo” brings the template back.</translation>
        </message>
        <message>
            <source>用尺子量（毫米）</source>
            <translation>Measured with a ruler (mm)</translation>
        </message>
        <message>
            <source>用工性质(&amp;E)</source>
            <translation>&amp;Employment</translation>
        </message>
        <message>
            <source>用平时印卡的纸盒，放一张普通纸。印出来后不要裁。</source>
            <translation>Use the tray you print cards from, with a sheet of plain paper. Do not cut the printed sheet.</translation>
        </message>
        <message>
            <source>用恢复码打开</source>
            <translation>Open with the recovery code</translation>
        </message>
        <message>
            <source>用扫码枪扫对方屏幕上的二维码，或者把对方复制的文字粘贴到这里。</source>
            <translation>Scan the QR code on the other screen, or paste the text that was copied there.</translation>
        </message>
        <message>
            <source>用整张(&amp;W)</source>
            <translation>Use the &amp;whole picture</translation>
        </message>
        <message>
            <source>用时</source>
            <translation>Took</translation>
        </message>
        <message>
            <source>用时 {seconds} 秒</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>用来做什么(&amp;Y)</source>
            <translation>What it is used for (&amp;Y)</translation>
        </message>
        <message>
            <source>用框里的部分(&amp;S)</source>
            <translation>U&amp;se what is in the frame</translation>
        </message>
        <message>
            <source>用纸盒“{tray}”里的纸。</source>
            <translation>Uses the paper of tray “{tray}”.</translation>
        </message>
        <message>
            <source>用谁的资料看</source>
            <translation>Whose data to show</translation>
        </message>
        <message>
            <source>用谁的资料看这张卡</source>
            <translation>Whose data to show on this card</translation>
        </message>
        <message>
            <source>用途</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>用途(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>用途(&amp;U)</source>
            <translation>P&amp;urpose</translation>
        </message>
        <message>
            <source>用途(&amp;Y)</source>
            <translation>Purpose (&amp;Y)</translation>
        </message>
        <message>
            <source>用顿号隔开，按名册上的次序；改了以后，已登记的队员不变</source>
            <translation>Separate with 、 in the order of lists; members who are entered do not change</translation>
        </message>
        <message>
            <source>用顿号隔开；改了以后，已登记的人不变</source>
            <translation>Separate with 、; people who are entered stay as they are</translation>
        </message>
        <message>
            <source>由哪一级办(&amp;L)</source>
            <translation>Handled by which &amp;level</translation>
        </message>
        <message>
            <source>由打印机决定</source>
            <translation>The printer chooses</translation>
        </message>
        <message>
            <source>由本人提出，不看民族；登记成请假</source>
            <translation>By the person's own wish, whatever the ethnicity; entered as leave</translation>
        </message>
        <message>
            <source>由证件号码得出</source>
            <translation>from the document number</translation>
        </message>
        <message>
            <source>由谁来值(&amp;L)</source>
            <translation>Who comes (&amp;L)</translation>
        </message>
        <message>
            <source>申请事项</source>
            <translation>What is asked for</translation>
        </message>
        <message>
            <source>申请事项(&amp;R)</source>
            <translation>What is asked fo&amp;r</translation>
        </message>
        <message>
            <source>电脑</source>
            <translation>Computer</translation>
        </message>
        <message>
            <source>电脑上找不到这台打印机，或打印服务没有运行</source>
            <translation>The computer cannot find this printer, or its print service is not running</translation>
        </message>
        <message>
            <source>电脑上的打印机驱动不完整</source>
            <translation>The printer driver of this computer is incomplete</translation>
        </message>
        <message>
            <source>电脑的名字(&amp;N)</source>
            <translation>&amp;Name of the computer</translation>
        </message>
        <message>
            <source>电脑的打印服务没有回应</source>
            <translation>The print service of this computer does not answer</translation>
        </message>
        <message>
            <source>电脑的打印服务没有运行</source>
            <translation>The print service of this computer is not running</translation>
        </message>
        <message>
            <source>电脑的日期不对，或上次备份时不对</source>
            <translation>The date of the computer is wrong, or was at the last backup</translation>
        </message>
        <message>
            <source>电脑的磁盘满了</source>
            <translation>The disk of this computer is full</translation>
        </message>
        <message>
            <source>电脑钥匙 (*{suffix})</source>
            <translation>Computer keys (*{suffix})</translation>
        </message>
        <message>
            <source>电脑锁屏</source>
            <translation>screen locked</translation>
        </message>
        <message>
            <source>电脑锁屏时也会锁定。锁定只是藏起窗口，没有保存的内容都还在。</source>
            <translation>It is locked too when the screen is. Locking only hides the window; what is not saved stays.</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>电话(&amp;H)</source>
            <translation>P&amp;hone</translation>
        </message>
        <message>
            <source>电话(&amp;T)</source>
            <translation>Phone (&amp;T)</translation>
        </message>
        <message>
            <source>电话备注</source>
            <translation>Remark on the phone</translation>
        </message>
        <message>
            <source>电话，可以不填</source>
            <translation>Phone, optional</translation>
        </message>
        <message>
            <source>男</source>
            <translation>Male</translation>
        </message>
        <message>
            <source>画出来(&amp;D)…</source>
            <translation>&amp;Draw it…</translation>
        </message>
        <message>
            <source>画出这个字</source>
            <translation>Draw this character</translation>
        </message>
        <message>
            <source>留前 {first} 位、后 {last} 位</source>
            <translation>first {first} and last {last} stay</translation>
        </message>
        <message>
            <source>留后 {last} 位</source>
            <translation>last {last} stay</translation>
        </message>
        <message>
            <source>留存(&amp;S)</source>
            <translation>Keep (&amp;S)</translation>
        </message>
        <message>
            <source>留存{period}统计报表</source>
            <translation>Keep the report of {period}</translation>
        </message>
        <message>
            <source>留存一份(&amp;S)…</source>
            <translation>Keep a copy (&amp;S)…</translation>
        </message>
        <message>
            <source>留存人</source>
            <translation>Kept by</translation>
        </message>
        <message>
            <source>留存日期</source>
            <translation>Kept on</translation>
        </message>
        <message>
            <source>留存的统计报表</source>
            <translation>Kept reports</translation>
        </message>
        <message>
            <source>留空时用大厅热线</source>
            <translation>Empty for the hotline of the hall</translation>
        </message>
        <message>
            <source>疑难复杂案件(&amp;I)</source>
            <translation>D&amp;ifficult case</translation>
        </message>
        <message>
            <source>登录密码(&amp;P)</source>
            <translation>Sign-in &amp;password</translation>
        </message>
        <message>
            <source>登录用的账号，如 李明</source>
            <translation>the account to sign in with, such as Li Ming</translation>
        </message>
        <message>
            <source>登记</source>
            <translation>Registers</translation>
        </message>
        <message>
            <source>登记 {count} 人迁出</source>
            <translation>{count} people move out</translation>
        </message>
        <message>
            <source>登记 {count} 次民族节日请假？</source>
            <translation>Enter {count} leaves for ethnic festivals?</translation>
        </message>
        <message>
            <source>登记(&amp;N)…</source>
            <translation>Record (&amp;N)…</translation>
        </message>
        <message>
            <source>登记{name}去世</source>
            <translation>Register the death of {name}</translation>
        </message>
        <message>
            <source>登记{name}迁出</source>
            <translation>{name} moves out</translation>
        </message>
        <message>
            <source>登记、修改、打印、导入导出；不管账号和设置</source>
            <translation>Enters, changes, prints, imports and exports; no accounts or settings</translation>
        </message>
        <message>
            <source>登记、修改、打印，能看重点人员和信访；不能导入导出</source>
            <translation>Enters, changes and prints, sees people under special care and petitions; no import or export</translation>
        </message>
        <message>
            <source>登记一个人</source>
            <translation>Enter somebody</translation>
        </message>
        <message>
            <source>登记个人信息请求</source>
            <translation>Record a request about personal data</translation>
        </message>
        <message>
            <source>登记为</source>
            <translation>Registered as</translation>
        </message>
        <message>
            <source>登记为志愿者(&amp;G)…</source>
            <translation>Re&amp;gister as volunteers…</translation>
        </message>
        <message>
            <source>登记了 {count} 位志愿者，在“值班—人员”里可以补填服务项目和能来的时间。</source>
            <translation>{count} volunteers were registered; add their service items and times under “Duty — People”.</translation>
        </message>
        <message>
            <source>登记了党员情况、政治面貌不是党员的</source>
            <translation>Those with party facts who are no party members by political status</translation>
        </message>
        <message>
            <source>登记了请假的日子不会排班；写成不同班的两个人不会排在同一班。</source>
            <translation>Nobody is put on duty on days of leave; two who are kept apart are never on the same shift.</translation>
        </message>
        <message>
            <source>登记交接班(&amp;N)…</source>
            <translation>E&amp;nter a hand-over…</translation>
        </message>
        <message>
            <source>登记人</source>
            <translation>Entered by</translation>
        </message>
        <message>
            <source>登记代办</source>
            <translation>Enter a matter</translation>
        </message>
        <message>
            <source>登记代办(&amp;N)…</source>
            <translation>E&amp;nter a matter…</translation>
        </message>
        <message>
            <source>登记信息</source>
            <translation>Enter slip</translation>
        </message>
        <message>
            <source>登记信访</source>
            <translation>Enter a petition</translation>
        </message>
        <message>
            <source>登记信访(&amp;N)…</source>
            <translation>E&amp;nter a petition…</translation>
        </message>
        <message>
            <source>登记党员情况(&amp;Y)</source>
            <translation>Record part&amp;y facts</translation>
        </message>
        <message>
            <source>登记党员活动室、会议室、广场，也可以登记辖区单位能借的场地和物品。</source>
            <translation>Enter meeting rooms and squares, and rooms or things that organisations lend.</translation>
        </message>
        <message>
            <source>登记出租房屋</source>
            <translation>Register rented dwelling</translation>
        </message>
        <message>
            <source>登记出租房屋(&amp;N)…</source>
            <translation>Register re&amp;nted dwelling…</translation>
        </message>
        <message>
            <source>登记哪位党员或干部联系哪一户，就能成对打党员联系卡：一张给户里，一张给党员。</source>
            <translation>Record which party member or official supports which household, and their contact cards are printed in pairs: one for the household, one for the party member.</translation>
        </message>
        <message>
            <source>登记哪位邻居照看哪位老人，谁有钥匙，有事先给谁打电话。</source>
            <translation>Record which neighbour looks after which elder, who has a key, and whom to call first.</translation>
        </message>
        <message>
            <source>登记场地(&amp;G)…</source>
            <translation>Enter a venue (&amp;G)…</translation>
        </message>
        <message>
            <source>登记培训</source>
            <translation>Record a training</translation>
        </message>
        <message>
            <source>登记大厅和站点的工作人员，就能打他们的台签和胸卡，站点的电话表上也会有他们。</source>
            <translation>Record the staff of hall and stations to print their desk signs and badges; the phone lists of the stations name them too.</translation>
        </message>
        <message>
            <source>登记头盔、警棍、迷彩服等各有多少，发给了谁，还剩多少。</source>
            <translation>Enter how many helmets, batons and uniforms there are, who has them, and how many are left.</translation>
        </message>
        <message>
            <source>登记守望邻居</source>
            <translation>Record a neighbour</translation>
        </message>
        <message>
            <source>登记家政服务</source>
            <translation>Enter a request for home services</translation>
        </message>
        <message>
            <source>登记履行</source>
            <translation>Enter performance</translation>
        </message>
        <message>
            <source>登记巡逻情况</source>
            <translation>Enter what happened</translation>
        </message>
        <message>
            <source>登记巡逻队、应急分队、信息员、楼栋长等队伍，人数按来源自动核对。</source>
            <translation>Enter patrols, the emergency team, informants, building heads and other teams; numbers are checked by source.</translation>
        </message>
        <message>
            <source>登记建议</source>
            <translation>Enter a suggestion</translation>
        </message>
        <message>
            <source>登记建议(&amp;N)…</source>
            <translation>E&amp;nter a suggestion…</translation>
        </message>
        <message>
            <source>登记情况(&amp;E)…</source>
            <translation>&amp;Enter what happened…</translation>
        </message>
        <message>
            <source>登记换班替班(&amp;N)…</source>
            <translation>E&amp;nter a swap or stand-in…</translation>
        </message>
        <message>
            <source>登记排查</source>
            <translation>Enter a sweep</translation>
        </message>
        <message>
            <source>登记排查(&amp;N)…</source>
            <translation>E&amp;nter a sweep…</translation>
        </message>
        <message>
            <source>登记救助待遇</source>
            <translation>Record a benefit</translation>
        </message>
        <message>
            <source>登记日期</source>
            <translation>Registered since</translation>
        </message>
        <message>
            <source>登记日期(&amp;B)</source>
            <translation>Registered on (&amp;B)</translation>
        </message>
        <message>
            <source>登记时长</source>
            <translation>Enter hours</translation>
        </message>
        <message>
            <source>登记时长(&amp;N)…</source>
            <translation>E&amp;nter hours…</translation>
        </message>
        <message>
            <source>登记时间</source>
            <translation>Entered</translation>
        </message>
        <message>
            <source>登记服务大厅、警务室、关爱援助站等站点的电话和开放时间，就能打各站点的电话表。可以先放入常用的十一个站点，再改成自己的。</source>
            <translation>Record phone and hours of the service hall, police office, care stations and so on, to print their phone lists. You can put in the eleven usual stations and then make them your own.</translation>
        </message>
        <message>
            <source>登记机关、学校、企业、业委会、商会和社会组织，负责人是谁、从哪年到哪年。</source>
            <translation>Record offices, schools, companies, owners' committees, chambers of commerce and social organisations, and who was in charge of them from when to when.</translation>
        </message>
        <message>
            <source>登记来访</source>
            <translation>Enter visit</translation>
        </message>
        <message>
            <source>登记来访(&amp;N)…</source>
            <translation>E&amp;nter visit…</translation>
        </message>
        <message>
            <source>登记来访(&amp;V)…</source>
            <translation>Enter &amp;visit…</translation>
        </message>
        <message>
            <source>登记楼栋长</source>
            <translation>Enter heads of buildings</translation>
        </message>
        <message>
            <source>登记楼栋长(&amp;L)…</source>
            <translation>Enter heads of bui&amp;ldings…</translation>
        </message>
        <message>
            <source>登记每次演练的日期、地点、到了多少人、集结用了几分钟。</source>
            <translation>Enter each drill's day and place, how many came, and how long it took to gather.</translation>
        </message>
        <message>
            <source>登记演练</source>
            <translation>Enter drill</translation>
        </message>
        <message>
            <source>登记离开(&amp;S)</source>
            <translation>Record leaving (&amp;S)</translation>
        </message>
        <message>
            <source>登记签收(&amp;N)…</source>
            <translation>Record a sig&amp;nature…</translation>
        </message>
        <message>
            <source>登记签收告知书</source>
            <translation>Record a signed notice</translation>
        </message>
        <message>
            <source>登记签收告知书(&amp;K)…</source>
            <translation>Record a signed notice (&amp;K)…</translation>
        </message>
        <message>
            <source>登记簿(&amp;A)</source>
            <translation>Register (&amp;A)</translation>
        </message>
        <message>
            <source>登记纠纷</source>
            <translation>Register a dispute</translation>
        </message>
        <message>
            <source>登记纠纷(&amp;N)…</source>
            <translation>Register a dispute (&amp;N)…</translation>
        </message>
        <message>
            <source>登记表上的号码怎么写？</source>
            <translation>How are numbers written on the form?</translation>
        </message>
        <message>
            <source>登记认领</source>
            <translation>Enter claim</translation>
        </message>
        <message>
            <source>登记认领(&amp;N)…</source>
            <translation>E&amp;nter claim…</translation>
        </message>
        <message>
            <source>登记认领时先填上这些话，可以再改</source>
            <translation>Filled in when a claim is entered; can be changed</translation>
        </message>
        <message>
            <source>登记请求(&amp;R)…</source>
            <translation>&amp;Record a request…</translation>
        </message>
        <message>
            <source>登记谁享受低保、救助、津贴和补贴，到哪天复核；到了日子这里会列出来。</source>
            <translation>Record who gets low-income support, aid and allowances, and when to review them; they are listed here when the day has come.</translation>
        </message>
        <message>
            <source>登记过的代办不受影响；可以按 Ctrl+Z 撤销。</source>
            <translation>Matters entered before stay as they are; Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>登记选中的(&amp;S)</source>
            <translation>Enter the &amp;selected</translation>
        </message>
        <message>
            <source>登记错了才删除，可以按 Ctrl+Z 撤销。</source>
            <translation>Only for mistakes; Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>登记错了才删除；不做了的请打开，填最后一天。</source>
            <translation>Only for mistakes; if it is no longer offered, open it and enter the last day.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再享受的请点“停发”，以后还查得到。</source>
            <translation>Delete only what was recorded by mistake; where the benefit is over press “Stop”, so that it can still be looked up.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再值班的请点“离开”，以前的排班还查得到。</source>
            <translation>Only for mistakes; who is no longer on duty is ended by “Left”, and earlier rosters still tell.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再参加的请点“离队”，以后还查得到。</source>
            <translation>Delete only what was entered wrongly; whoever leaves is kept with Leave and can be found later.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再守望的请点“结束守望”，以后还查得到。</source>
            <translation>Delete only what was recorded by mistake; where the watch is over press “End the watch”, so that it can still be looked up.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再帮扶的请点“结束帮扶”，以后还查得到。</source>
            <translation>Delete only what was recorded by mistake; where the support is over press “End support”, so that it can still be looked up.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再担任的请打开它，填写最后一天。</source>
            <translation>Delete only what was entered wrongly; whoever serves no more gets a last day in the form.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再担任的请点“离岗”，以前的记录会留着。</source>
            <translation>Delete only what was entered wrongly; whoever leaves a post is kept with Leave.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再用的请打开它，填写解散日期。</source>
            <translation>Delete only what was entered wrongly; a team that is no more gets a last day in its form.</translation>
        </message>
        <message>
            <source>登记错了才删除；不再用的请打开它，填最后一天。可以按 Ctrl+Z 撤销。</source>
            <translation>Delete only what was entered by mistake; for a venue no longer in use open it and fill in the last day. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>登记错了才删除；发放过的删除不了。</source>
            <translation>Delete only what was entered wrongly; what was issued cannot be deleted.</translation>
        </message>
        <message>
            <source>登记错了才删除；本人不再同意的请点“撤回同意”，以后还查得到。</source>
            <translation>Only delete what was recorded by mistake; who no longer consents: "Withdraw consent", which stays on record.</translation>
        </message>
        <message>
            <source>百分之几；不缩放是 100。</source>
            <translation>percent; 100 is unscaled.</translation>
        </message>
        <message>
            <source>监护人 {name}</source>
            <translation>guardian {name}</translation>
        </message>
        <message>
            <source>监护人(&amp;G)</source>
            <translation>&amp;Guardian</translation>
        </message>
        <message>
            <source>监护人签名的才填写</source>
            <translation>Only if a guardian signs</translation>
        </message>
        <message>
            <source>盖子没有关好</source>
            <translation>A cover is open</translation>
        </message>
        <message>
            <source>目录(&amp;L)</source>
            <translation>Contents (&amp;L)</translation>
        </message>
        <message>
            <source>目录里的名称；不填就用文书的名称</source>
            <translation>Name in the contents; the document's name if left empty</translation>
        </message>
        <message>
            <source>直接到名称里带下划线字母的那一项</source>
            <translation>Straight to the item whose name has the underlined letter</translation>
        </message>
        <message>
            <source>直管</source>
            <translation>Led here</translation>
        </message>
        <message>
            <source>直管、协管、托管的党员，流动党员登记</source>
            <translation>Party members led here, shared and entrusted; floating members</translation>
        </message>
        <message>
            <source>直管党员</source>
            <translation>Party members led here</translation>
        </message>
        <message>
            <source>看不懂“{text}”是哪栋楼，请写成“3号楼”或“幸福巷12号”。</source>
            <translation>“{text}” is no building that can be understood. Write it like “3号楼” or “幸福巷12号”.</translation>
        </message>
        <message>
            <source>看什么(&amp;V)</source>
            <translation>What to see (&amp;V)</translation>
        </message>
        <message>
            <source>看全图（0）</source>
            <translation>See everything (0)</translation>
        </message>
        <message>
            <source>看内容、撤回(&amp;U)…</source>
            <translation>Look, take back (&amp;U)…</translation>
        </message>
        <message>
            <source>看哪种大小</source>
            <translation>Which size to show</translation>
        </message>
        <message>
            <source>看帮助</source>
            <translation>Look at the help</translation>
        </message>
        <message>
            <source>看板</source>
            <translation>Board</translation>
        </message>
        <message>
            <source>看板(&amp;B)</source>
            <translation>&amp;Board</translation>
        </message>
        <message>
            <source>看案件(&amp;A)…</source>
            <translation>See the c&amp;ase…</translation>
        </message>
        <message>
            <source>看楼栋图(&amp;O)…</source>
            <translation>Elevati&amp;on…</translation>
        </message>
        <message>
            <source>看留存的(&amp;K)…</source>
            <translation>See &amp;kept ones…</translation>
        </message>
        <message>
            <source>看看值班的人和电话</source>
            <translation>See who is on duty, with phones</translation>
        </message>
        <message>
            <source>看看是哪些卡，打印新的</source>
            <translation>See which cards they are and print new ones</translation>
        </message>
        <message>
            <source>看看是哪些案件、信访、建议</source>
            <translation>See which cases, petitions and suggestions</translation>
        </message>
        <message>
            <source>看看有哪些备份，恢复，备份盘</source>
            <translation>See which backups there are, restore, backup stick</translation>
        </message>
        <message>
            <source>看网格(&amp;G)</source>
            <translation>&amp;Go to the grid</translation>
        </message>
        <message>
            <source>看联系卡</source>
            <translation>See the contact card</translation>
        </message>
        <message>
            <source>看这些案件(&amp;D)…</source>
            <translation>See these cases (&amp;D)…</translation>
        </message>
        <message>
            <source>眼前这一页怎么用</source>
            <translation>How to use what you see</translation>
        </message>
        <message>
            <source>着色(&amp;S)</source>
            <translation>Colour&amp;s</translation>
        </message>
        <message>
            <source>矛盾纠纷</source>
            <translation>Disputes</translation>
        </message>
        <message>
            <source>矛盾纠纷 {count} 件</source>
            <translation>{count} disputes</translation>
        </message>
        <message>
            <source>矛盾纠纷排查</source>
            <translation>Sweeps for disputes</translation>
        </message>
        <message>
            <source>矛盾纠纷排查清单（{which}）</source>
            <translation>List of sweeps for disputes ({which})</translation>
        </message>
        <message>
            <source>矛盾纠纷排查登记表</source>
            <translation>Sheet for a sweep for disputes</translation>
        </message>
        <message>
            <source>矛盾纠纷登记簿</source>
            <translation>Register of disputes</translation>
        </message>
        <message>
            <source>矛盾调解</source>
            <translation>Mediation</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>硒鼓该换了</source>
            <translation>The drum is worn out</translation>
        </message>
        <message>
            <source>确定</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>确定(&amp;O)</source>
            <translation>&amp;OK</translation>
        </message>
        <message>
            <source>确定(&amp;S)</source>
            <translation>OK (&amp;S)</translation>
        </message>
        <message>
            <source>确定归哪个网格</source>
            <translation>Decide the grid</translation>
        </message>
        <message>
            <source>确定归哪个网格…</source>
            <translation>Decide the grid…</translation>
        </message>
        <message>
            <source>确认人</source>
            <translation>Confirmed by</translation>
        </message>
        <message>
            <source>确认人(&amp;R)</source>
            <translation>Confi&amp;rmed by</translation>
        </message>
        <message>
            <source>确认是您本人在操作。</source>
            <translation>To make sure that it is you.</translation>
        </message>
        <message>
            <source>磁盘空间不够，文件里空出来的地方还没有清理；请腾出空间后再打开“保存期限”。</source>
            <translation>The disk is too full to clean the space that became free in the file; make room and open "Retention" again.</translation>
        </message>
        <message>
            <source>磅</source>
            <translation>pt</translation>
        </message>
        <message>
            <source>示例 · 关闭后自动删除</source>
            <translation>Sample · deleted when closed</translation>
        </message>
        <message>
            <source>示例资料</source>
            <translation>Sample data</translation>
        </message>
        <message>
            <source>示意图</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>社会力量</source>
            <translation>Helpers from outside</translation>
        </message>
        <message>
            <source>社会力量(&amp;L)</source>
            <translation>He&amp;lpers from outside</translation>
        </message>
        <message>
            <source>社区</source>
            <translation>Community</translation>
        </message>
        <message>
            <source>社区(&amp;Q)</source>
            <translation>Community (&amp;Q)</translation>
        </message>
        <message>
            <source>社区与大厅</source>
            <translation>Community and hall</translation>
        </message>
        <message>
            <source>社区名称(&amp;C)</source>
            <translation>&amp;Community</translation>
        </message>
        <message>
            <source>社区图</source>
            <translation>Map of the community</translation>
        </message>
        <message>
            <source>社区图(&amp;M)…</source>
            <translation>&amp;Map of the community…</translation>
        </message>
        <message>
            <source>社区图上没有可以撤销的一步。</source>
            <translation>There is no step on the map to undo.</translation>
        </message>
        <message>
            <source>社区图标注</source>
            <translation>Label of the picture</translation>
        </message>
        <message>
            <source>社区服务大厅的工作台 · 数据只保存在本机</source>
            <translation>The desk of the community hall · data stays on this computer</translation>
        </message>
        <message>
            <source>社区民警</source>
            <translation>Police officer</translation>
        </message>
        <message>
            <source>社区活动</source>
            <translation>Events</translation>
        </message>
        <message>
            <source>社区活动，在活动里改</source>
            <translation>An event; change it under events</translation>
        </message>
        <message>
            <source>社区的电话</source>
            <translation>The community's phone</translation>
        </message>
        <message>
            <source>社区自己的留空</source>
            <translation>Empty for the community's own</translation>
        </message>
        <message>
            <source>社区自编的户号，可以不填</source>
            <translation>the community's own number; may stay empty</translation>
        </message>
        <message>
            <source>社区负责人的姓名</source>
            <translation>Name of the community's head</translation>
        </message>
        <message>
            <source>离岗(&amp;F)…</source>
            <translation>Leave (&amp;F)…</translation>
        </message>
        <message>
            <source>离开(&amp;E)…</source>
            <translation>L&amp;eave…</translation>
        </message>
        <message>
            <source>离开床位</source>
            <translation>Leave the bed</translation>
        </message>
        <message>
            <source>离开日期</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>离开日期(&amp;E)</source>
            <translation>Day of l&amp;eaving</translation>
        </message>
        <message>
            <source>离纸上边(&amp;T)</source>
            <translation>From the &amp;top of the paper</translation>
        </message>
        <message>
            <source>离纸左边(&amp;Q)</source>
            <translation>From the left of the paper (&amp;Q)</translation>
        </message>
        <message>
            <source>离线</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>离退休直管，在职协管，流动托管</source>
            <translation>retired: led here; employed: shared; floating: entrusted</translation>
        </message>
        <message>
            <source>离队</source>
            <translation>Leave</translation>
        </message>
        <message>
            <source>离队(&amp;E)…</source>
            <translation>L&amp;eave…</translation>
        </message>
        <message>
            <source>离队日期(&amp;E)</source>
            <translation>L&amp;eft on</translation>
        </message>
        <message>
            <source>私用码字对照</source>
            <translation>Codes of old systems</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>种类(&amp;K)</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>种类(&amp;T)</source>
            <translation>Kind (&amp;T)</translation>
        </message>
        <message>
            <source>租住</source>
            <translation>Occupancy</translation>
        </message>
        <message>
            <source>租住人数</source>
            <translation>Occupants</translation>
        </message>
        <message>
            <source>租住人数（人）</source>
            <translation>Occupants</translation>
        </message>
        <message>
            <source>租客</source>
            <translation>Tenants</translation>
        </message>
        <message>
            <source>称呼或主送(&amp;A)</source>
            <translation>S&amp;alutation</translation>
        </message>
        <message>
            <source>称呼或主送(&amp;W)</source>
            <translation>Salutation (&amp;W)</translation>
        </message>
        <message>
            <source>移交卷宗</source>
            <translation>Hand the case file over</translation>
        </message>
        <message>
            <source>移交卷宗(&amp;T)…</source>
            <translation>Hand &amp;the case file over…</translation>
        </message>
        <message>
            <source>移交清单(&amp;Y)…</source>
            <translation>Hand-over list (&amp;Y)…</translation>
        </message>
        <message>
            <source>移入回收站</source>
            <translation>Move to recycle bin</translation>
        </message>
        <message>
            <source>移入回收站(&amp;X)</source>
            <translation>Move to recycle bin (&amp;X)</translation>
        </message>
        <message>
            <source>移出本户</source>
            <translation>Take out of the household</translation>
        </message>
        <message>
            <source>移出本户(&amp;O)</source>
            <translation>Take &amp;out</translation>
        </message>
        <message>
            <source>移送单位(&amp;U)</source>
            <translation>Handed over by (&amp;U)</translation>
        </message>
        <message>
            <source>移错了可以按 Ctrl+Z 撤销，也可以随时从回收站恢复。</source>
            <translation>Ctrl+Z takes it back, and the recycle bin restores at any time.</translation>
        </message>
        <message>
            <source>移除</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>移除字体“{font}”？</source>
            <translation>Remove the font “{font}”?</translation>
        </message>
        <message>
            <source>程序上次意外中断了；已经保存的数据不受影响，没保存的内容登录后会问您要不要接着填。</source>
            <translation>The program broke off last time; what was saved is safe, and after signing in you are asked about what was not.</translation>
        </message>
        <message>
            <source>程序出了故障，刚才的操作可能没有完成；已经保存的数据不受影响。请再试一次。</source>
            <translation>The program has failed; what you just did may not be complete. Saved data is not affected. Please try again.</translation>
        </message>
        <message>
            <source>程序出过的问题，看一看，存到U盘交给维护人员</source>
            <translation>Problems the program had: look, and carry them on a stick to whoever looks after it</translation>
        </message>
        <message>
            <source>程序出问题时留下的报告，只存在这台电脑里，不会自动发送。里面没有居民信息；请先看一看，再存到U盘交给维护人员。</source>
            <translation>Reports of problems stay on this computer and are never sent. They hold no data of residents; look at them first, then carry them on a stick to whoever looks after the program.</translation>
        </message>
        <message>
            <source>程序带着这一年的放假安排就用程序的，否则只按周末和法定节日算。可以按 Ctrl+Z 撤销。</source>
            <translation>What the program brings along for this year counts again, else weekends and statutory holidays. Ctrl+Z undoes it.</translation>
        </message>
        <message>
            <source>程序或内容(&amp;X)</source>
            <translation>Procedure or content (&amp;X)</translation>
        </message>
        <message>
            <source>程序每天自己备份。现在按 Ctrl+B 做一次，看它说“备份完成”。</source>
            <translation>The program backs up every day by itself. Now do it once with Ctrl+B and see it say “备份完成”.</translation>
        </message>
        <message>
            <source>程序生成</source>
            <translation>Made by the program</translation>
        </message>
        <message>
            <source>程序自带</source>
            <translation>Shipped</translation>
        </message>
        <message>
            <source>空床</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>空白登记表(&amp;K)…</source>
            <translation>Empty register (&amp;K)…</translation>
        </message>
        <message>
            <source>空白的</source>
            <translation>Empty</translation>
        </message>
        <message>
            <source>空白试样</source>
            <translation>Blank sample</translation>
        </message>
        <message>
            <source>空着就是发文那天</source>
            <translation>Empty: the day of issue</translation>
        </message>
        <message>
            <source>空缺</source>
            <translation>Vacant</translation>
        </message>
        <message>
            <source>空缺和兼任</source>
            <translation>Vacant and doubled</translation>
        </message>
        <message>
            <source>空缺和兼任(&amp;K)…</source>
            <translation>Vacant and doubled (&amp;K)…</translation>
        </message>
        <message>
            <source>空闲</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>窗口、办公室</source>
            <translation>Window, office</translation>
        </message>
        <message>
            <source>窗口、办公室(&amp;W)</source>
            <translation>&amp;Window, office</translation>
        </message>
        <message>
            <source>立即备份(&amp;B)</source>
            <translation>&amp;Back up now</translation>
        </message>
        <message>
            <source>站点</source>
            <translation>Station</translation>
        </message>
        <message>
            <source>站点(&amp;D)</source>
            <translation>Station (&amp;D)</translation>
        </message>
        <message>
            <source>站点(&amp;G)</source>
            <translation>Station (&amp;G)</translation>
        </message>
        <message>
            <source>站点(&amp;L)</source>
            <translation>Station (&amp;L)</translation>
        </message>
        <message>
            <source>站点(&amp;S)</source>
            <translation>&amp;Station</translation>
        </message>
        <message>
            <source>站点(&amp;T)</source>
            <translation>S&amp;tation</translation>
        </message>
        <message>
            <source>站点(&amp;Z)</source>
            <translation>Station (&amp;Z)</translation>
        </message>
        <message>
            <source>站点名称(&amp;N)</source>
            <translation>Station &amp;name</translation>
        </message>
        <message>
            <source>站点或队伍</source>
            <translation>Station or team</translation>
        </message>
        <message>
            <source>站点电话表</source>
            <translation>Phones of stations</translation>
        </message>
        <message>
            <source>站点资料</source>
            <translation>Station</translation>
        </message>
        <message>
            <source>站点门牌</source>
            <translation>Door signs</translation>
        </message>
        <message>
            <source>第 1 张的背面是(&amp;N)</source>
            <translation>Sheet 1 has o&amp;n its back</translation>
        </message>
        <message>
            <source>第 1 张（一样）</source>
            <translation>Sheet 1 (the same)</translation>
        </message>
        <message>
            <source>第 1 步　打印校准纸</source>
            <translation>Step 1: print the calibration sheet</translation>
        </message>
        <message>
            <source>第 1 步　核对每一列</source>
            <translation>Step 1: check every column</translation>
        </message>
        <message>
            <source>第 2 张（次序反了）</source>
            <translation>Sheet 2 (the wrong order)</translation>
        </message>
        <message>
            <source>第 2 步　折纸读数</source>
            <translation>Step 2: fold and read</translation>
        </message>
        <message>
            <source>第 2 步　看结果</source>
            <translation>Step 2: look at the outcome</translation>
        </message>
        <message>
            <source>第 3 步　完成</source>
            <translation>Step 3: done</translation>
        </message>
        <message>
            <source>第 3 步　结果</source>
            <translation>Step 3: outcome</translation>
        </message>
        <message>
            <source>第 {at} 对，共 {count} 对</source>
            <translation>Pair {at} of {count}</translation>
        </message>
        <message>
            <source>第 {count} 份已录入：{text}</source>
            <translation>Paper {count} was entered: {text}</translation>
        </message>
        <message>
            <source>第 {line} 行写了情况，没有选结果，请按一个数字。</source>
            <translation>Line {line} has words and no result; please type a figure.</translation>
        </message>
        <message>
            <source>第 {number} 次，{day}</source>
            <translation>No. {number}, {day}</translation>
        </message>
        <message>
            <source>第 {number} 步，共 {count} 步</source>
            <translation>Step {number} of {count}</translation>
        </message>
        <message>
            <source>第 {number} 题</source>
            <translation>Question {number}</translation>
        </message>
        <message>
            <source>第 {page} 页，共 {count} 页</source>
            <translation>Page {page} of {count}</translation>
        </message>
        <message>
            <source>第 {place} 份，共 {count} 份：{name}</source>
            <translation>Copy {place} of {count}: {name}</translation>
        </message>
        <message>
            <source>第 {start} 格，共 {slots} 格…</source>
            <translation>Slot {start} of {slots}…</translation>
        </message>
        <message>
            <source>第一个接待的工作人员</source>
            <translation>The member of staff who was asked first</translation>
        </message>
        <message>
            <source>第一个网格的编号是 {number}。</source>
            <translation>The first grid gets number {number}.</translation>
        </message>
        <message>
            <source>第一天</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>第一天(&amp;B)</source>
            <translation>First day (&amp;B)</translation>
        </message>
        <message>
            <source>第一天做完了</source>
            <translation>The first day is done</translation>
        </message>
        <message>
            <source>第一天：跟着练</source>
            <translation>First day: practise</translation>
        </message>
        <message>
            <source>第一天：跟着练一遍(&amp;D)</source>
            <translation>First &amp;day: practise step by step</translation>
        </message>
        <message>
            <source>第一条</source>
            <translation>First</translation>
        </message>
        <message>
            <source>第一格的上边离纸的上边多少毫米。</source>
            <translation>How many mm the top of the first slot is from the top of the paper.</translation>
        </message>
        <message>
            <source>第一格的左边离纸的左边多少毫米。</source>
            <translation>How many mm the left of the first slot is from the left of the paper.</translation>
        </message>
        <message>
            <source>第一次使用，请填写下面几项。台账在本机加密保存，没有密码谁也打不开。</source>
            <translation>For the first use, please fill in these fields. The ledger is kept encrypted on this computer; nobody can open it without the password.</translation>
        </message>
        <message>
            <source>第二条</source>
            <translation>Second</translation>
        </message>
        <message>
            <source>第几次</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>第几稿</source>
            <translation>Version</translation>
        </message>
        <message>
            <source>等 {count} 人</source>
            <translation> and others, {count} in all</translation>
        </message>
        <message>
            <source>等 {count} 份</source>
            <translation>and others, {count}</translation>
        </message>
        <message>
            <source>等 {count} 张</source>
            <translation>and others, {count} sheets</translation>
        </message>
        <message>
            <source>等待答复 {waiting} 件，其中超过期限 {late} 件。</source>
            <translation>{waiting} waiting for an answer, {late} of them late.</translation>
        </message>
        <message>
            <source>等待答复的</source>
            <translation>Waiting for an answer</translation>
        </message>
        <message>
            <source>等正面全部印完，把整叠纸一起拿起来，不要打乱次序，不要抽走。</source>
            <translation>When all fronts are printed, take up the whole stack at once. Do not change the order or take sheets out.</translation>
        </message>
        <message>
            <source>答卷和结果(&amp;R)…</source>
            <translation>Pape&amp;rs and outcome…</translation>
        </message>
        <message>
            <source>答复(&amp;M)</source>
            <translation>Reply (&amp;M)</translation>
        </message>
        <message>
            <source>答复(&amp;R)…</source>
            <translation>&amp;Reply…</translation>
        </message>
        <message>
            <source>答复人(&amp;R)</source>
            <translation>Answe&amp;red by</translation>
        </message>
        <message>
            <source>答复内容(&amp;Y)</source>
            <translation>Answer (&amp;Y)</translation>
        </message>
        <message>
            <source>答复并办结</source>
            <translation>Answer and close</translation>
        </message>
        <message>
            <source>答复并办结(&amp;F)…</source>
            <translation>Answer and close (&amp;F)…</translation>
        </message>
        <message>
            <source>答复建议 {number}</source>
            <translation>Reply to suggestion {number}</translation>
        </message>
        <message>
            <source>答复或转给谁(&amp;A)</source>
            <translation>&amp;Answer, or handed to whom</translation>
        </message>
        <message>
            <source>答复日期(&amp;B)</source>
            <translation>Answered on (&amp;B)</translation>
        </message>
        <message>
            <source>答复期限</source>
            <translation>To be answered by</translation>
        </message>
        <message>
            <source>答复期限(&amp;D)</source>
            <translation>To be answere&amp;d by</translation>
        </message>
        <message>
            <source>答复送到哪里，可以不填</source>
            <translation>Where the answer is sent; may be left empty</translation>
        </message>
        <message>
            <source>答应哪天办好</source>
            <translation>Promised for</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>筛选居民</source>
            <translation>Filter residents</translation>
        </message>
        <message>
            <source>筛选的名称</source>
            <translation>Name of the filter</translation>
        </message>
        <message>
            <source>筹备中 {count} 场</source>
            <translation>{count} planned</translation>
        </message>
        <message>
            <source>签了承诺书再填</source>
            <translation>Fill in once the pledge is signed</translation>
        </message>
        <message>
            <source>签到</source>
            <translation>Sign in</translation>
        </message>
        <message>
            <source>签到(&amp;K)</source>
            <translation>Sign in (&amp;K)</translation>
        </message>
        <message>
            <source>签到和交接</source>
            <translation>Sign-in and hand-over</translation>
        </message>
        <message>
            <source>签到和交接(&amp;K)…</source>
            <translation>Sign-in and hand-over (&amp;K)…</translation>
        </message>
        <message>
            <source>签到或取消（空格）(&amp;K)</source>
            <translation>Sign in or not (Space) (&amp;K)</translation>
        </message>
        <message>
            <source>签发人(&amp;Q)</source>
            <translation>Signers (&amp;Q)</translation>
        </message>
        <message>
            <source>签名日期</source>
            <translation>Signed on</translation>
        </message>
        <message>
            <source>签名日期(&amp;D)</source>
            <translation>Signe&amp;d on</translation>
        </message>
        <message>
            <source>签收表</source>
            <translation>Hand-over sheet</translation>
        </message>
        <message>
            <source>签收表(&amp;G)…</source>
            <translation>Si&amp;gn-off sheet…</translation>
        </message>
        <message>
            <source>签收表(&amp;H)…</source>
            <translation>&amp;Hand-over sheet…</translation>
        </message>
        <message>
            <source>签收表怎么印？</source>
            <translation>How should the hand-over sheet be printed?</translation>
        </message>
        <message>
            <source>简易办理（事情清楚、当时能办的）(&amp;J)</source>
            <translation>Simple procedure (clear matters that can be settled at once) (&amp;J)</translation>
        </message>
        <message>
            <source>简要情况</source>
            <translation>Facts in short</translation>
        </message>
        <message>
            <source>简要情况(&amp;Q)</source>
            <translation>Facts in short (&amp;Q)</translation>
        </message>
        <message>
            <source>算一算，记下来(&amp;S)</source>
            <translation>Work it out and &amp;save it</translation>
        </message>
        <message>
            <source>算上以前(&amp;Y)</source>
            <translation>Count earlier ones (&amp;Y)</translation>
        </message>
        <message>
            <source>算夜班</source>
            <translation>Counts as night</translation>
        </message>
        <message>
            <source>算夜班(&amp;Y)</source>
            <translation>Counts as night (&amp;Y)</translation>
        </message>
        <message>
            <source>管理</source>
            <translation>Led</translation>
        </message>
        <message>
            <source>管理人</source>
            <translation>Keeper</translation>
        </message>
        <message>
            <source>管理人(&amp;G)</source>
            <translation>Keeper (&amp;G)</translation>
        </message>
        <message>
            <source>管理方式</source>
            <translation>How led</translation>
        </message>
        <message>
            <source>管理方式或组织关系未定的</source>
            <translation>Those with leading or affiliation undecided</translation>
        </message>
        <message>
            <source>管理类别</source>
            <translation>Management class</translation>
        </message>
        <message>
            <source>管理类别(&amp;K)</source>
            <translation>Management &amp;class</translation>
        </message>
        <message>
            <source>管辖法院(&amp;C)</source>
            <translation>&amp;Competent court</translation>
        </message>
        <message>
            <source>类别</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>类别(&amp;J)</source>
            <translation>Kind (&amp;J)</translation>
        </message>
        <message>
            <source>类别(&amp;K)</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>类别(&amp;L)</source>
            <translation>Kind (&amp;L)</translation>
        </message>
        <message>
            <source>类别(&amp;R)</source>
            <translation>Kind (&amp;R)</translation>
        </message>
        <message>
            <source>类别(&amp;T)</source>
            <translation>Kind (&amp;T)</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>类型(&amp;K)</source>
            <translation>&amp;Kind</translation>
        </message>
        <message>
            <source>粗细(&amp;W)</source>
            <translation>Line &amp;width</translation>
        </message>
        <message>
            <source>粘贴</source>
            <translation>Paste</translation>
        </message>
        <message>
            <source>粘贴名单</source>
            <translation>Paste a list</translation>
        </message>
        <message>
            <source>粘贴名单(&amp;V)…</source>
            <translation>Paste a list (&amp;V)…</translation>
        </message>
        <message>
            <source>系统打印对话框(&amp;X)…</source>
            <translation>Dialog of the system (&amp;X)…</translation>
        </message>
        <message>
            <source>紧急</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>紧急程度(&amp;J)</source>
            <translation>Urgency (&amp;J)</translation>
        </message>
        <message>
            <source>纠纷</source>
            <translation>Dispute</translation>
        </message>
        <message>
            <source>纠纷名称</source>
            <translation>Title</translation>
        </message>
        <message>
            <source>纠纷名称(&amp;N)</source>
            <translation>Title (&amp;N)</translation>
        </message>
        <message>
            <source>纠纷登记</source>
            <translation>Registration of a dispute</translation>
        </message>
        <message>
            <source>纠纷类型(&amp;K)</source>
            <translation>&amp;Kind of dispute</translation>
        </message>
        <message>
            <source>红头文件（公文格式）</source>
            <translation>Red head (official format)</translation>
        </message>
        <message>
            <source>约定价格(&amp;J)</source>
            <translation>Price agreed (&amp;J)</translation>
        </message>
        <message>
            <source>纵向间距(&amp;Y)</source>
            <translation>Distance downwards (&amp;Y)</translation>
        </message>
        <message>
            <source>纸上的链头</source>
            <translation>Head on paper</translation>
        </message>
        <message>
            <source>纸上的链头(&amp;N)，没有可以不填：</source>
            <translation>Head on paper (&amp;N); may be left empty:</translation>
        </message>
        <message>
            <source>纸张</source>
            <translation>Paper</translation>
        </message>
        <message>
            <source>纸张(&amp;L)</source>
            <translation>&amp;Layout</translation>
        </message>
        <message>
            <source>纸张(&amp;Z)</source>
            <translation>Paper (&amp;Z)</translation>
        </message>
        <message>
            <source>纸张(&amp;Z)…</source>
            <translation>Paper (&amp;Z)…</translation>
        </message>
        <message>
            <source>纸张大小(&amp;Z)</source>
            <translation>Paper si&amp;ze</translation>
        </message>
        <message>
            <source>纸张的图</source>
            <translation>Picture of the paper</translation>
        </message>
        <message>
            <source>纸快用完了</source>
            <translation>Paper is low</translation>
        </message>
        <message>
            <source>纸放好了，打印背面(&amp;P)</source>
            <translation>The paper is in, &amp;print the backs</translation>
        </message>
        <message>
            <source>纸的宽(&amp;1)</source>
            <translation>Paper width (&amp;1)</translation>
        </message>
        <message>
            <source>纸的高(&amp;2)</source>
            <translation>Paper height (&amp;2)</translation>
        </message>
        <message>
            <source>纸盒</source>
            <translation>Tray</translation>
        </message>
        <message>
            <source>纸盒(&amp;T)</source>
            <translation>&amp;Tray</translation>
        </message>
        <message>
            <source>纸盒(&amp;Y)</source>
            <translation>Tra&amp;y</translation>
        </message>
        <message>
            <source>纸盒没有放好</source>
            <translation>The tray is not in place</translation>
        </message>
        <message>
            <source>纸边碰到这条线的头：
读 {number}</source>
            <translation>The edge touches this line's end:
read {number}</translation>
        </message>
        <message>
            <source>纸（毫米）</source>
            <translation>Paper (mm)</translation>
        </message>
        <message>
            <source>线</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>线(&amp;L)</source>
            <translation>&amp;Line</translation>
        </message>
        <message>
            <source>线型</source>
            <translation>Style</translation>
        </message>
        <message>
            <source>线宽</source>
            <translation>Line width</translation>
        </message>
        <message>
            <source>练习</source>
            <translation>Practice</translation>
        </message>
        <message>
            <source>练习没有密码，不用锁定。</source>
            <translation>Practice has no password and needs no lock.</translation>
        </message>
        <message>
            <source>练习窗口打不开，请关掉邻里台重新打开，再试一次。</source>
            <translation>The practice window does not open; please close the program, open it again and try once more.</translation>
        </message>
        <message>
            <source>练习，不是真的资料</source>
            <translation>Practice, not real data</translation>
        </message>
        <message>
            <source>组织关系</source>
            <translation>Party affiliation</translation>
        </message>
        <message>
            <source>组织关系不在本社区的填写</source>
            <translation>if the affiliation is not with this community</translation>
        </message>
        <message>
            <source>组织关系所在党组织</source>
            <translation>Party organisation of the affiliation</translation>
        </message>
        <message>
            <source>组织或授予单位</source>
            <translation>Organised or given by</translation>
        </message>
        <message>
            <source>组织或授予单位(&amp;D)</source>
            <translation>Organise&amp;d or given by</translation>
        </message>
        <message>
            <source>组织者</source>
            <translation>Held by</translation>
        </message>
        <message>
            <source>经办</source>
            <translation>Handled by</translation>
        </message>
        <message>
            <source>经办人</source>
            <translation>Clerk</translation>
        </message>
        <message>
            <source>经办人(&amp;J)</source>
            <translation>Handled by (&amp;J)</translation>
        </message>
        <message>
            <source>经办人(&amp;R)</source>
            <translation>Handled by (&amp;R)</translation>
        </message>
        <message>
            <source>经办人姓名(&amp;A)</source>
            <translation>Cle&amp;rk's name</translation>
        </message>
        <message>
            <source>经办人：{name}</source>
            <translation>Clerk: {name}</translation>
        </message>
        <message>
            <source>经当事人同意请来的人，不写调解员；{joint}的，写各单位来的人</source>
            <translation>People invited with the parties' consent, no mediators; for {joint} the people of each body</translation>
        </message>
        <message>
            <source>结对人员</source>
            <translation>Helper</translation>
        </message>
        <message>
            <source>结对户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>结对户(&amp;U)</source>
            <translation>Ho&amp;usehold</translation>
        </message>
        <message>
            <source>结对户户主</source>
            <translation>Head of the household</translation>
        </message>
        <message>
            <source>结对联系</source>
            <translation>Pairings</translation>
        </message>
        <message>
            <source>结对联系(&amp;J)…</source>
            <translation>Pairings (&amp;J)…</translation>
        </message>
        <message>
            <source>结对联系(&amp;P)…</source>
            <translation>&amp;Pairings…</translation>
        </message>
        <message>
            <source>结束</source>
            <translation>End</translation>
        </message>
        <message>
            <source>结束(&amp;E)</source>
            <translation>&amp;Ends</translation>
        </message>
        <message>
            <source>结束以后还可以重新打开。</source>
            <translation>It can be opened again later.</translation>
        </message>
        <message>
            <source>结束守望(&amp;E)</source>
            <translation>&amp;End the watch</translation>
        </message>
        <message>
            <source>结束帮扶</source>
            <translation>End support</translation>
        </message>
        <message>
            <source>结束帮扶(&amp;E)…</source>
            <translation>&amp;End support…</translation>
        </message>
        <message>
            <source>结束帮扶(&amp;S)</source>
            <translation>End &amp;support</translation>
        </message>
        <message>
            <source>结束日期(&amp;E)</source>
            <translation>&amp;End</translation>
        </message>
        <message>
            <source>结束的时间“{ends}”要晚于开始的时间“{begins}”，请核对。</source>
            <translation>The end “{ends}” must be after the beginning “{begins}”, please check.</translation>
        </message>
        <message>
            <source>结束练习(&amp;E)</source>
            <translation>&amp;End practice</translation>
        </message>
        <message>
            <source>结束练习吗？练习的资料全部扔掉，真的台账不受影响。</source>
            <translation>End practice? All that was practised is thrown away; the real ledger is not touched.</translation>
        </message>
        <message>
            <source>结束这一批(&amp;E)</source>
            <translation>&amp;End this run</translation>
        </message>
        <message>
            <source>结束，扔掉</source>
            <translation>End, throw away</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>结果(&amp;O)</source>
            <translation>Result (&amp;O)</translation>
        </message>
        <message>
            <source>结果(&amp;R)</source>
            <translation>&amp;Result</translation>
        </message>
        <message>
            <source>结算</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>结算(&amp;E)…</source>
            <translation>Clos&amp;e…</translation>
        </message>
        <message>
            <source>结算{month}的补助？</source>
            <translation>Close the allowances of {month}?</translation>
        </message>
        <message>
            <source>结算后这张表不再变动，以后补登的信息不影响它。</source>
            <translation>A closed sheet does not change any more; slips entered later leave it as it is.</translation>
        </message>
        <message>
            <source>给上级的请示、报告才写；几个人用、隔开</source>
            <translation>Only for requests and reports to a higher body; several people separated by 、</translation>
        </message>
        <message>
            <source>给本机改名</source>
            <translation>Rename this computer</translation>
        </message>
        <message>
            <source>给要过节的登记请假(&amp;G)…</source>
            <translation>Enter leave for those who keep them (&amp;G)…</translation>
        </message>
        <message>
            <source>给谁</source>
            <translation>For</translation>
        </message>
        <message>
            <source>给谁(&amp;W)</source>
            <translation>For &amp;whom</translation>
        </message>
        <message>
            <source>给谁、放在哪里，选卡时看得见</source>
            <translation>whom it is for and where it goes; shown when choosing a card</translation>
        </message>
        <message>
            <source>给谁办(&amp;N)</source>
            <translation>For whom (&amp;N)</translation>
        </message>
        <message>
            <source>给选中的各户写通知、一封信、走访单</source>
            <translation>Notices, letters and walk slips for the selected households</translation>
        </message>
        <message>
            <source>统一社会信用代码</source>
            <translation>Unified social credit code</translation>
        </message>
        <message>
            <source>统一社会信用代码(&amp;I)</source>
            <translation>Un&amp;ified social credit code</translation>
        </message>
        <message>
            <source>统计报表(&amp;T)…</source>
            <translation>Figures (&amp;T)…</translation>
        </message>
        <message>
            <source>统计用区划代码，12 位数字；网格不按规则编号时可以不填。</source>
            <translation>Statistical division code, 12 figures; may stay empty where grids are not numbered by the rule.</translation>
        </message>
        <message>
            <source>统计用区划代码，{count} 位数字；别的社区的代码在“社区”里填。</source>
            <translation>Statistical division code, {count} figures; those of other communities are under Communities.</translation>
        </message>
        <message>
            <source>继续享受(&amp;S)</source>
            <translation>Goe&amp;s on</translation>
        </message>
        <message>
            <source>继续保存</source>
            <translation>Keep</translation>
        </message>
        <message>
            <source>继续保存(&amp;N)…</source>
            <translation>Keep (&amp;N)…</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>编号 {number} 作废后仍然占用，不会再给别的请求，这样编号是连着的。</source>
            <translation>The void number {number} is never given again, so that numbers run on.</translation>
        </message>
        <message>
            <source>编号(&amp;B)</source>
            <translation>Num&amp;ber</translation>
        </message>
        <message>
            <source>编号、信息员、地点、内容</source>
            <translation>Number, informant, place, content</translation>
        </message>
        <message>
            <source>编号、名称、事项、经办人</source>
            <translation>Number, name, matter, who handles it</translation>
        </message>
        <message>
            <source>编号、姓名、事项、内容、单位</source>
            <translation>Number, name, matter, content, body</translation>
        </message>
        <message>
            <source>编号、姓名、住址、做什么</source>
            <translation>Number, name, address, what</translation>
        </message>
        <message>
            <source>编号、姓名、内容、答复</source>
            <translation>Number, name, content, reply</translation>
        </message>
        <message>
            <source>编号保留不再用，统计和补助里不计这一条</source>
            <translation>The number is not used again; the slip counts in no sum or allowance</translation>
        </message>
        <message>
            <source>编号保留不再用，统计里不计这一件</source>
            <translation>The number is kept and not used again; the figures leave it out</translation>
        </message>
        <message>
            <source>编号和内容不变，纸上会写明是补发；这一步不能撤销。</source>
            <translation>Number and content stay; the paper says that it is issued again; this cannot be undone.</translation>
        </message>
        <message>
            <source>编号和名称</source>
            <translation>Number and name</translation>
        </message>
        <message>
            <source>编号和名称(&amp;B)</source>
            <translation>Num&amp;bers and names</translation>
        </message>
        <message>
            <source>编号要按规则检查</source>
            <translation>Check numbers by the rule</translation>
        </message>
        <message>
            <source>编号规则(&amp;R)…</source>
            <translation>Numbering &amp;rule…</translation>
        </message>
        <message>
            <source>编文号(&amp;B)</source>
            <translation>Give it a num&amp;ber</translation>
        </message>
        <message>
            <source>编案号用，如 〔2026〕西人调字第1号 里的“西”；没有代字不能受理</source>
            <translation>For case numbers, such as 西 in 〔2026〕西人调字第1号; without it no case can be accepted</translation>
        </message>
        <message>
            <source>编码</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>编辑(&amp;D)</source>
            <translation>E&amp;dit</translation>
        </message>
        <message>
            <source>编辑(&amp;D)…</source>
            <translation>E&amp;dit…</translation>
        </message>
        <message>
            <source>编辑(&amp;E)…</source>
            <translation>&amp;Edit…</translation>
        </message>
        <message>
            <source>编辑“另有几人”的样子</source>
            <translation>Edit the look of “and … more”</translation>
        </message>
        <message>
            <source>编辑卡片模板 · {title}</source>
            <translation>Edit card template · {title}</translation>
        </message>
        <message>
            <source>编辑居民资料</source>
            <translation>Edit resident</translation>
        </message>
        <message>
            <source>编辑打印机档案</source>
            <translation>Edit printer profile</translation>
        </message>
        <message>
            <source>编辑格里的内容</source>
            <translation>Edit the content of a slot</translation>
        </message>
        <message>
            <source>编辑社区</source>
            <translation>Edit community</translation>
        </message>
        <message>
            <source>编辑纸张</source>
            <translation>Edit paper</translation>
        </message>
        <message>
            <source>编辑网格</source>
            <translation>Edit grid</translation>
        </message>
        <message>
            <source>缩小</source>
            <translation>Smaller</translation>
        </message>
        <message>
            <source>缩小字号</source>
            <translation>Smaller type</translation>
        </message>
        <message>
            <source>缩小（-）</source>
            <translation>Zoom out (-)</translation>
        </message>
        <message>
            <source>缩小（−）</source>
            <translation>Smaller (−)</translation>
        </message>
        <message>
            <source>缺</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>缺 {count} 人</source>
            <translation>{count} people short</translation>
        </message>
        <message>
            <source>缺1人</source>
            <translation>1 short</translation>
        </message>
        <message>
            <source>缺人</source>
            <translation>short</translation>
        </message>
        <message>
            <source>缺什么</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>缺什么(&amp;D)</source>
            <translation>Missing (&amp;D)</translation>
        </message>
        <message>
            <source>缺什么，或放在哪里</source>
            <translation>What is missing, or where it is</translation>
        </message>
        <message>
            <source>缺墨</source>
            <translation>Short of ink</translation>
        </message>
        <message>
            <source>缺少资料</source>
            <translation>Missing facts</translation>
        </message>
        <message>
            <source>缺照片</source>
            <translation>No photo</translation>
        </message>
        <message>
            <source>缺照片 {count} 人。</source>
            <translation> {count} have no photo.</translation>
        </message>
        <message>
            <source>缺照片 {count} 人：{names}</source>
            <translation>{count} have no photo: {names}</translation>
        </message>
        <message>
            <source>缺项</source>
            <translation>Gaps</translation>
        </message>
        <message>
            <source>缺项名单</source>
            <translation>Missing facts</translation>
        </message>
        <message>
            <source>缺项名单(&amp;M)…</source>
            <translation>&amp;Missing facts…</translation>
        </message>
        <message>
            <source>缺项名单（{which}）</source>
            <translation>Missing facts ({which})</translation>
        </message>
        <message>
            <source>网格</source>
            <translation>Grids</translation>
        </message>
        <message>
            <source>网格(&amp;G)</source>
            <translation>&amp;Grid</translation>
        </message>
        <message>
            <source>网格(&amp;W)</source>
            <translation>Grid (&amp;W)</translation>
        </message>
        <message>
            <source>网格人员</source>
            <translation>Grid people</translation>
        </message>
        <message>
            <source>网格员或电话换了以后，哪些人手里的卡过时了</source>
            <translation>Whose cards are out of date after a grid liaison or a phone has changed</translation>
        </message>
        <message>
            <source>网格和楼栋</source>
            <translation>Grids and buildings</translation>
        </message>
        <message>
            <source>网格岗位人员名册</source>
            <translation>People on posts of grids</translation>
        </message>
        <message>
            <source>网格或人员</source>
            <translation>Grid or person</translation>
        </message>
        <message>
            <source>网格或路线</source>
            <translation>Grid or route</translation>
        </message>
        <message>
            <source>网格树</source>
            <translation>Tree of grids</translation>
        </message>
        <message>
            <source>网格的名称</source>
            <translation>Name of the grid</translation>
        </message>
        <message>
            <source>网格移交清单</source>
            <translation>Hand-over list of a grid</translation>
        </message>
        <message>
            <source>网格编号规则</source>
            <translation>Numbering rule of grids</translation>
        </message>
        <message>
            <source>网格联络员</source>
            <translation>Grid liaison</translation>
        </message>
        <message>
            <source>网格长</source>
            <translation>Grid leader</translation>
        </message>
        <message>
            <source>网格长、网格员、联络员、楼栋长等，从哪天到哪天由谁担任。</source>
            <translation>Who was grid leader, worker, liaison, head of a building and so on, from which day to which.</translation>
        </message>
        <message>
            <source>网格长、联络员、楼栋长等由谁担任：交接、空缺、移交清单</source>
            <translation>Who is grid leader, liaison, head of a building and so on: hand-over, gaps, hand-over lists</translation>
        </message>
        <message>
            <source>网格（公示栏）</source>
            <translation>Grids (board)</translation>
        </message>
        <message>
            <source>网点</source>
            <translation>Service point</translation>
        </message>
        <message>
            <source>网点　{name}（{what}）</source>
            <translation>Service point　{name} ({what})</translation>
        </message>
        <message>
            <source>罚</source>
            <translation>Deduction</translation>
        </message>
        <message>
            <source>罚（从补助里扣）(&amp;K)</source>
            <translation>Deduction (from the allowance) (&amp;K)</translation>
        </message>
        <message>
            <source>翻面试两张(&amp;T)…</source>
            <translation>&amp;Try turning two sheets…</translation>
        </message>
        <message>
            <source>翻面试印正面</source>
            <translation>Turning test, fronts</translation>
        </message>
        <message>
            <source>翻面试印背面</source>
            <translation>Turning test, backs</translation>
        </message>
        <message>
            <source>老年人(&amp;L)…</source>
            <translation>E&amp;lders…</translation>
        </message>
        <message>
            <source>老年人名单</source>
            <translation>Elders</translation>
        </message>
        <message>
            <source>老年人按居民资料里的出生日期找出来；独居是本户和同一住所里没有别人。</source>
            <translation>Elders are found by the date of birth in the residents' data; who lives alone has nobody else in the household and the dwelling.</translation>
        </message>
        <message>
            <source>职业</source>
            <translation>Occupation</translation>
        </message>
        <message>
            <source>职业或职务(&amp;O)</source>
            <translation>&amp;Occupation or post</translation>
        </message>
        <message>
            <source>职务</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>职务(&amp;G)</source>
            <translation>Post (&amp;G)</translation>
        </message>
        <message>
            <source>职务(&amp;J)</source>
            <translation>Post (&amp;J)</translation>
        </message>
        <message>
            <source>职务(&amp;R)</source>
            <translation>&amp;Rank</translation>
        </message>
        <message>
            <source>职务分工</source>
            <translation>Rank and duty</translation>
        </message>
        <message>
            <source>职责</source>
            <translation>Duties</translation>
        </message>
        <message>
            <source>职责(&amp;D)</source>
            <translation>&amp;Duties</translation>
        </message>
        <message>
            <source>联合调处的叫法(&amp;J)</source>
            <translation>What &amp;joint handling is called</translation>
        </message>
        <message>
            <source>联系卡</source>
            <translation>Contact cards</translation>
        </message>
        <message>
            <source>联系卡_{day}.pdf</source>
            <translation>contact-cards_{day}.pdf</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>联系方式(&amp;L)</source>
            <translation>Contact (&amp;L)</translation>
        </message>
        <message>
            <source>联系方式(&amp;T)</source>
            <translation>Con&amp;tact</translation>
        </message>
        <message>
            <source>联系本人</source>
            <translation>Contacting the person</translation>
        </message>
        <message>
            <source>联系电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>联系电话(&amp;T)</source>
            <translation>Phone (&amp;T)</translation>
        </message>
        <message>
            <source>联系网格</source>
            <translation>Grids served</translation>
        </message>
        <message>
            <source>背面</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>背面(&amp;B)</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>背面从最后一张印起，程序会排好，不用自己倒次序。</source>
            <translation>Backs are printed from the last sheet on; the program orders them, there is nothing to rearrange.</translation>
        </message>
        <message>
            <source>背面从第一张印起，不用自己倒次序。</source>
            <translation>Backs are printed from the first sheet on; there is nothing to rearrange.</translation>
        </message>
        <message>
            <source>背面印在哪里(&amp;W)</source>
            <translation>The backs are printed (&amp;W)</translation>
        </message>
        <message>
            <source>背面次序(&amp;B)</source>
            <translation>Order of the &amp;backs</translation>
        </message>
        <message>
            <source>背面没有印完，可以点“再印一次背面”。</source>
            <translation>If the backs are not all printed, press “Print the backs again”.</translation>
        </message>
        <message>
            <source>背面的箭头(&amp;J)</source>
            <translation>Arrow on the back (&amp;J)</translation>
        </message>
        <message>
            <source>背面还没有印，现在就关闭吗？</source>
            <translation>The backs are not printed yet. Close now all the same?</translation>
        </message>
        <message>
            <source>能值夜班(&amp;Y)</source>
            <translation>Can be on night dut&amp;y</translation>
        </message>
        <message>
            <source>能容纳几人(&amp;R)</source>
            <translation>&amp;Room for how many</translation>
        </message>
        <message>
            <source>能帮什么(&amp;W)</source>
            <translation>&amp;What they can help with</translation>
        </message>
        <message>
            <source>能来的时间</source>
            <translation>When they can come</translation>
        </message>
        <message>
            <source>能来的时间(&amp;F)</source>
            <translation>When they can come (&amp;F)</translation>
        </message>
        <message>
            <source>腾出空间后，重新登录就能继续登记</source>
            <translation>Make room and sign in again to go on entering</translation>
        </message>
        <message>
            <source>自动列宽(&amp;A)</source>
            <translation>&amp;Automatic</translation>
        </message>
        <message>
            <source>自动双面，沿短边翻</source>
            <translation>Two sides, flip on the short edge</translation>
        </message>
        <message>
            <source>自动双面，沿长边翻</source>
            <translation>Two sides, flip on the long edge</translation>
        </message>
        <message>
            <source>自动填(&amp;D)</source>
            <translation>Fille&amp;d in by itself</translation>
        </message>
        <message>
            <source>自动排班</source>
            <translation>Fill by rules</translation>
        </message>
        <message>
            <source>自动排班(&amp;A)…</source>
            <translation>Fill by rules (&amp;A)…</translation>
        </message>
        <message>
            <source>自动排班时尽量照顾，不保证</source>
            <translation>Heeded when filling if possible, not promised</translation>
        </message>
        <message>
            <source>自动识别</source>
            <translation>Recognise</translation>
        </message>
        <message>
            <source>自动（这台打印机还没有校准）</source>
            <translation>Automatic (this printer is not calibrated yet)</translation>
        </message>
        <message>
            <source>自动：{name}</source>
            <translation>Automatic: {name}</translation>
        </message>
        <message>
            <source>自定岗位</source>
            <translation>Own posts</translation>
        </message>
        <message>
            <source>自定岗位(&amp;R)…</source>
            <translation>Own posts (&amp;R)…</translation>
        </message>
        <message>
            <source>自定虚线</source>
            <translation>Own dashes</translation>
        </message>
        <message>
            <source>自己做的</source>
            <translation>Made here</translation>
        </message>
        <message>
            <source>自己加的</source>
            <translation>Added here</translation>
        </message>
        <message>
            <source>自己画的</source>
            <translation>Drawn here</translation>
        </message>
        <message>
            <source>自己的</source>
            <translation>Own</translation>
        </message>
        <message>
            <source>自己的图片</source>
            <translation>Own picture</translation>
        </message>
        <message>
            <source>自带</source>
            <translation>Comes with the program</translation>
        </message>
        <message>
            <source>自带的 {shipped} 个，自己做的 {own} 个。自带的不能改，先复制一份再改。</source>
            <translation>{shipped} come with the program, {own} were made here. Those that come with it cannot be changed; duplicate one and change the copy.</translation>
        </message>
        <message>
            <source>自带的纸张不能改，可以照此复制一份再改。买来的标签纸不在里面，就新建一种。</source>
            <translation>Papers that come with the program cannot be changed; duplicate one and change the copy. If your labels are not among them, make a new paper.</translation>
        </message>
        <message>
            <source>自选时段</source>
            <translation>Own period</translation>
        </message>
        <message>
            <source>至</source>
            <translation>to</translation>
        </message>
        <message>
            <source>至少 {least} 个字符；一句自己记得住的话加几个数字最好。</source>
            <translation>At least {least} characters; best is a sentence you remember with some digits.</translation>
        </message>
        <message>
            <source>至少(&amp;M)</source>
            <translation>At least (&amp;M)</translation>
        </message>
        <message>
            <source>至少含(&amp;K)</source>
            <translation>At least (&amp;K)</translation>
        </message>
        <message>
            <source>节假日</source>
            <translation>Holidays</translation>
        </message>
        <message>
            <source>节假日(&amp;H)…</source>
            <translation>&amp;Holidays…</translation>
        </message>
        <message>
            <source>节假日几人(&amp;J)</source>
            <translation>People on holidays (&amp;J)</translation>
        </message>
        <message>
            <source>节假日班</source>
            <translation>Holidays</translation>
        </message>
        <message>
            <source>节假日班均匀(&amp;4)</source>
            <translation>Even out holidays (&amp;4)</translation>
        </message>
        <message>
            <source>节日</source>
            <translation>Festival</translation>
        </message>
        <message>
            <source>节日的日子每年不同，以当地政府的通知为准，请照通知填写。谁要过节，由本人提出，在“人员”里打勾。</source>
            <translation>The days differ each year and are announced by the local government; enter them from the announcement. Who keeps them says so, and is ticked under “People”.</translation>
        </message>
        <message>
            <source>范围</source>
            <translation>Scope</translation>
        </message>
        <message>
            <source>范围(&amp;G)</source>
            <translation>Scope (&amp;G)</translation>
        </message>
        <message>
            <source>范围和路线(&amp;R)</source>
            <translation>Whe&amp;re and by which way</translation>
        </message>
        <message>
            <source>草稿</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>草稿　已排 {held}/{needed}，缺 {short} 人次，不合规则 {broken} 处</source>
            <translation>Draft　{held}/{needed} filled, {short} short, {broken} rules broken</translation>
        </message>
        <message>
            <source>菜单</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>落款和红头用单位全称；同一个代字的文号连着编，每年从 1 号起。</source>
            <translation>The full name stands in the head and the signature; numbers with one prefix run on, from 1 each year.</translation>
        </message>
        <message>
            <source>落款日期(&amp;D)</source>
            <translation>&amp;Date of signature</translation>
        </message>
        <message>
            <source>虚线</source>
            <translation>Dashed</translation>
        </message>
        <message>
            <source>虚线：没有校准时的位置。这台打印机印出来会偏，内容先挪开一点，印好正落在虚线上。</source>
            <translation>Dashed: the place without calibration. This printer is off, so the content is moved a little and falls right on the dashed line when printed.</translation>
        </message>
        <message>
            <source>行</source>
            <translation>(rows)</translation>
        </message>
        <message>
            <source>行号</source>
            <translation>Line</translation>
        </message>
        <message>
            <source>行数</source>
            <translation>Lines</translation>
        </message>
        <message>
            <source>行距</source>
            <translation>Line spacing</translation>
        </message>
        <message>
            <source>行间隔</source>
            <translation>Gap between rows</translation>
        </message>
        <message>
            <source>街道</source>
            <translation>Street</translation>
        </message>
        <message>
            <source>街道(&amp;J)</source>
            <translation>Street (&amp;J)</translation>
        </message>
        <message>
            <source>补入(&amp;S)</source>
            <translation>Add (&amp;S)</translation>
        </message>
        <message>
            <source>补入本网格党员(&amp;L)…</source>
            <translation>Fi&amp;ll in the party members of this grid…</translation>
        </message>
        <message>
            <source>补入本网格的党员</source>
            <translation>Fill in the party members of this grid</translation>
        </message>
        <message>
            <source>补助</source>
            <translation>Allowance</translation>
        </message>
        <message>
            <source>补助标准</source>
            <translation>Rate</translation>
        </message>
        <message>
            <source>补助标准(&amp;S)…</source>
            <translation>Rate (&amp;S)…</translation>
        </message>
        <message>
            <source>补助表(&amp;A)…</source>
            <translation>&amp;Allowances…</translation>
        </message>
        <message>
            <source>补印背面(&amp;B)…</source>
            <translation>Print the &amp;backs…</translation>
        </message>
        <message>
            <source>补发</source>
            <translation>Issue again</translation>
        </message>
        <message>
            <source>补发 {number}？</source>
            <translation>Issue {number} again?</translation>
        </message>
        <message>
            <source>补发(&amp;R)…</source>
            <translation>Issue again (&amp;R)…</translation>
        </message>
        <message>
            <source>补打(&amp;P)…</source>
            <translation>Re&amp;print…</translation>
        </message>
        <message>
            <source>补打联系卡</source>
            <translation>Reprint contact card</translation>
        </message>
        <message>
            <source>补照片(&amp;F)…</source>
            <translation>Mend photos (&amp;F)…</translation>
        </message>
        <message>
            <source>表</source>
            <translation>Form</translation>
        </message>
        <message>
            <source>表头在第(&amp;H)</source>
            <translation>&amp;Head in row</translation>
        </message>
        <message>
            <source>表头的最后一行</source>
            <translation>Last row of the head</translation>
        </message>
        <message>
            <source>表头的第一行</source>
            <translation>First row of the head</translation>
        </message>
        <message>
            <source>表格 (*.xlsx *.xls *.ods *.csv)</source>
            <translation>Tables (*.xlsx *.xls *.ods *.csv)</translation>
        </message>
        <message>
            <source>表格已导出。</source>
            <translation>The workbook was exported.</translation>
        </message>
        <message>
            <source>表格文件（.xlsx）</source>
            <translation>Workbook (.xlsx)</translation>
        </message>
        <message>
            <source>表格里现在显示的人</source>
            <translation>Those whom the table shows now</translation>
        </message>
        <message>
            <source>表的种类</source>
            <translation>Kind of sheet</translation>
        </message>
        <message>
            <source>表里写的</source>
            <translation>In the sheet</translation>
        </message>
        <message>
            <source>表里的内容（前几行）</source>
            <translation>Content of the sheet (first rows)</translation>
        </message>
        <message>
            <source>表里的列</source>
            <translation>Column of the sheet</translation>
        </message>
        <message>
            <source>被调查人(&amp;Q)</source>
            <translation>Who was asked (&amp;Q)</translation>
        </message>
        <message>
            <source>裁切线(&amp;C)</source>
            <translation>&amp;Crop marks</translation>
        </message>
        <message>
            <source>裁剪框</source>
            <translation>Crop frame</translation>
        </message>
        <message>
            <source>裁剪照片</source>
            <translation>Crop the photo</translation>
        </message>
        <message>
            <source>裁定</source>
            <translation>Ruling</translation>
        </message>
        <message>
            <source>裁定(&amp;R)</source>
            <translation>&amp;Ruling</translation>
        </message>
        <message>
            <source>裁满整个框</source>
            <translation>Fill the frame, cropped</translation>
        </message>
        <message>
            <source>装备</source>
            <translation>Equipment</translation>
        </message>
        <message>
            <source>装备(&amp;E)…</source>
            <translation>&amp;Equipment…</translation>
        </message>
        <message>
            <source>装订(&amp;D)</source>
            <translation>Bin&amp;d</translation>
        </message>
        <message>
            <source>装订卷宗</source>
            <translation>Bind the case file</translation>
        </message>
        <message>
            <source>装订卷宗(&amp;B)…</source>
            <translation>&amp;Bind the case file…</translation>
        </message>
        <message>
            <source>装订时生成</source>
            <translation>Made when bound</translation>
        </message>
        <message>
            <source>西河社区</source>
            <translation>Xihe Community</translation>
        </message>
        <message>
            <source>要不要</source>
            <translation>Wanted</translation>
        </message>
        <message>
            <source>要什么(&amp;P)</source>
            <translation>What is wanted (&amp;P)</translation>
        </message>
        <message>
            <source>要会{skill}</source>
            <translation>Must know {skill}</translation>
        </message>
        <message>
            <source>要会什么(&amp;H)</source>
            <translation>Must know (&amp;H)</translation>
        </message>
        <message>
            <source>要决定的</source>
            <translation>To be decided</translation>
        </message>
        <message>
            <source>要划的：{places}</source>
            <translation>To be moved: {places}</translation>
        </message>
        <message>
            <source>要删除“{name}”吗？</source>
            <translation>Delete “{name}”?</translation>
        </message>
        <message>
            <source>要删除选中的 {count} 处标注吗？</source>
            <translation>Remove the {count} selected labels?</translation>
        </message>
        <message>
            <source>要办理哪一步？</source>
            <translation>Which step is to be taken?</translation>
        </message>
        <message>
            <source>要印一张纸，折一下读几个数，大约五分钟。也可以以后再做。</source>
            <translation>It takes one sheet to print, fold and read, about five minutes. It can be done later too.</translation>
        </message>
        <message>
            <source>要去掉的</source>
            <translation>What is removed</translation>
        </message>
        <message>
            <source>要填一个数字，现在是“{text}”，请改一下。</source>
            <translation>A number is needed here; "{text}" is none.</translation>
        </message>
        <message>
            <source>要打印 {count} 份：当事人每人一份，调解委员会留一份。</source>
            <translation>{count} copies are printed: one for each party and one for the committee.</translation>
        </message>
        <message>
            <source>要打的人都略过了，没有卡可打。</source>
            <translation>Everybody was left out, so there are no cards to print.</translation>
        </message>
        <message>
            <source>要把所有楼栋按网格重新排列吗？摆放好的位置都会丢掉，标注不变。</source>
            <translation>Lay out all buildings anew by grids? The places they have now are lost, labels stay.</translation>
        </message>
        <message>
            <source>要换的卡</source>
            <translation>Cards to renew</translation>
        </message>
        <message>
            <source>要换的卡(&amp;O)…</source>
            <translation>Cards t&amp;o renew…</translation>
        </message>
        <message>
            <source>要换的联系卡：{count} 张。</source>
            <translation>Contact cards to change: {count}.</translation>
        </message>
        <message>
            <source>要接着办的事</source>
            <translation>To be gone on with</translation>
        </message>
        <message>
            <source>要接着办的事(&amp;M)</source>
            <translation>To be gone on with (&amp;M)</translation>
        </message>
        <message>
            <source>要改好才能用</source>
            <translation>needs mending before use</translation>
        </message>
        <message>
            <source>要改的地方</source>
            <translation>What needs changing</translation>
        </message>
        <message>
            <source>要求内容</source>
            <translation>What is wanted</translation>
        </message>
        <message>
            <source>要求内容(&amp;Y)</source>
            <translation>What is wanted (&amp;Y)</translation>
        </message>
        <message>
            <source>要用的单位应当自己核实，或者请居民到有权的部门办理。依据：{source}。</source>
            <translation>Whoever needs one verifies it themselves, or the resident asks the competent department. Source: {source}.</translation>
        </message>
        <message>
            <source>要紧</source>
            <translation>Important</translation>
        </message>
        <message>
            <source>要过民族节日(&amp;U)</source>
            <translation>Keeps ethnic festivals (&amp;U)</translation>
        </message>
        <message>
            <source>要过节的</source>
            <translation>Who keep festivals</translation>
        </message>
        <message>
            <source>要重设密码</source>
            <translation>password must be changed</translation>
        </message>
        <message>
            <source>规则</source>
            <translation>Rule</translation>
        </message>
        <message>
            <source>规则(&amp;R)</source>
            <translation>&amp;Rule</translation>
        </message>
        <message>
            <source>规模</source>
            <translation>Scale</translation>
        </message>
        <message>
            <source>规模(&amp;M)</source>
            <translation>Scale (&amp;M)</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>角色(&amp;J)</source>
            <translation>Role (&amp;J)</translation>
        </message>
        <message>
            <source>解散日期(&amp;D)</source>
            <translation>&amp;Dissolved on</translation>
        </message>
        <message>
            <source>解锁</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>解锁(&amp;O)</source>
            <translation>Unl&amp;ock</translation>
        </message>
        <message>
            <source>认作同一条</source>
            <translation>taken for the same</translation>
        </message>
        <message>
            <source>认领人</source>
            <translation>Claimed by</translation>
        </message>
        <message>
            <source>认领人(&amp;N)</source>
            <translation>Claimed by (&amp;N)</translation>
        </message>
        <message>
            <source>认领岗位</source>
            <translation>Volunteer post</translation>
        </message>
        <message>
            <source>认领岗位(&amp;G)</source>
            <translation>Volunteer post (&amp;G)</translation>
        </message>
        <message>
            <source>认领日期</source>
            <translation>Claimed on</translation>
        </message>
        <message>
            <source>认领日期(&amp;B)</source>
            <translation>Claimed on (&amp;B)</translation>
        </message>
        <message>
            <source>记一次走访</source>
            <translation>Record a visit</translation>
        </message>
        <message>
            <source>记一次走访(&amp;N)…</source>
            <translation>Record a visit (&amp;N)…</translation>
        </message>
        <message>
            <source>记一次走访(&amp;V)…</source>
            <translation>Record a &amp;visit…</translation>
        </message>
        <message>
            <source>记一次走访(&amp;W)…</source>
            <translation>Record a visit (&amp;W)…</translation>
        </message>
        <message>
            <source>记下来(&amp;S)</source>
            <translation>&amp;Save</translation>
        </message>
        <message>
            <source>记下每次培训、参观、普法班和党课来了多少人，年底的次数和人次就在这里。</source>
            <translation>Record how many came to each training, outing, law course and party lesson; the sums for the end of the year are then shown here.</translation>
        </message>
        <message>
            <source>记下没选的姓名</source>
            <translation>Note the other name</translation>
        </message>
        <message>
            <source>记下走访了谁、看到什么、下次哪天去；到了日子这里会列出来。</source>
            <translation>Record who was visited, what was found and when to go next; visits are listed here when the day has come.</translation>
        </message>
        <message>
            <source>记录</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>记录(&amp;M)</source>
            <translation>Record (&amp;M)</translation>
        </message>
        <message>
            <source>记录人(&amp;R)</source>
            <translation>W&amp;ritten down by</translation>
        </message>
        <message>
            <source>讲课或带队的人</source>
            <translation>who taught or led the group</translation>
        </message>
        <message>
            <source>设为户主</source>
            <translation>Make head</translation>
        </message>
        <message>
            <source>设为户主(&amp;H)</source>
            <translation>Make &amp;head</translation>
        </message>
        <message>
            <source>设备</source>
            <translation>Equipment</translation>
        </message>
        <message>
            <source>设备(&amp;Q)</source>
            <translation>E&amp;quipment</translation>
        </message>
        <message>
            <source>设立日期</source>
            <translation>Founded on</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>设置(&amp;S)…</source>
            <translation>&amp;Settings…</translation>
        </message>
        <message>
            <source>证书(&amp;Q)</source>
            <translation>Certificates (&amp;Q)</translation>
        </message>
        <message>
            <source>证件</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>证件上另有民族文字时填写</source>
            <translation>if the document also has a name in another script</translation>
        </message>
        <message>
            <source>证件号</source>
            <translation>Document number</translation>
        </message>
        <message>
            <source>证件号和电话(&amp;M)</source>
            <translation>Document nu&amp;mbers and phones</translation>
        </message>
        <message>
            <source>证件号和电话留哪几位，公示时留哪几位，复制的内容多久清除</source>
            <translation>Which digits of documents and phones stay, which when posted, when what was copied is cleared</translation>
        </message>
        <message>
            <source>证件号码</source>
            <translation>Document number</translation>
        </message>
        <message>
            <source>证件号码(&amp;D)</source>
            <translation>&amp;Document number</translation>
        </message>
        <message>
            <source>证件号码(&amp;H)</source>
            <translation>Document number (&amp;H)</translation>
        </message>
        <message>
            <source>证件号码(&amp;I)</source>
            <translation>Document number (&amp;I)</translation>
        </message>
        <message>
            <source>证件种类</source>
            <translation>Kind of document</translation>
        </message>
        <message>
            <source>证件类别（居住证等）</source>
            <translation>Kind of permit</translation>
        </message>
        <message>
            <source>证号</source>
            <translation>Certificate number</translation>
        </message>
        <message>
            <source>证号(&amp;N)</source>
            <translation>Certificate &amp;number</translation>
        </message>
        <message>
            <source>证明(&amp;Q)…</source>
            <translation>Certificates (&amp;Q)…</translation>
        </message>
        <message>
            <source>证明上的证件号码怎么写？</source>
            <translation>How is the document number written on the certificate?</translation>
        </message>
        <message>
            <source>证照</source>
            <translation>Permit</translation>
        </message>
        <message>
            <source>证照号码</source>
            <translation>Permit number</translation>
        </message>
        <message>
            <source>评定日期(&amp;D)</source>
            <translation>Ju&amp;dged on</translation>
        </message>
        <message>
            <source>评定日期(&amp;F)</source>
            <translation>Judged on (&amp;F)</translation>
        </message>
        <message>
            <source>评定践诺(&amp;K)…</source>
            <translation>Judge &amp;keeping…</translation>
        </message>
        <message>
            <source>评定践诺：{count} 份</source>
            <translation>Judge keeping: {count} pledges</translation>
        </message>
        <message>
            <source>试导入(&amp;N)</source>
            <translation>Tr&amp;y the import</translation>
        </message>
        <message>
            <source>试用</source>
            <translation>Trial</translation>
        </message>
        <message>
            <source>试用示例社区(&amp;T)</source>
            <translation>&amp;Try the sample community</translation>
        </message>
        <message>
            <source>该办没有办的</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>该办没有办的有 {count} 件。</source>
            <translation>{count} overdue.</translation>
        </message>
        <message>
            <source>该走访的（到期和今天到期）</source>
            <translation>Visit due (overdue and today)</translation>
        </message>
        <message>
            <source>详情(&amp;X)</source>
            <translation>Details (&amp;X)</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>说明(&amp;M)</source>
            <translation>Re&amp;mark</translation>
        </message>
        <message>
            <source>说明(&amp;N)</source>
            <translation>&amp;Note</translation>
        </message>
        <message>
            <source>说明(&amp;O)</source>
            <translation>Remark (&amp;O)</translation>
        </message>
        <message>
            <source>请仔细核对：{what}</source>
            <translation>Please check closely: {what}</translation>
        </message>
        <message>
            <source>请依次填每个选项有几份，如 12 30 5 1。</source>
            <translation>Please enter how many papers chose each answer in order, such as 12 30 5 1.</translation>
        </message>
        <message>
            <source>请保存恢复码</source>
            <translation>Keep the recovery code</translation>
        </message>
        <message>
            <source>请假</source>
            <translation>Leave</translation>
        </message>
        <message>
            <source>请假 {leaves} 次，不同班 {pairs} 对。</source>
            <translation>{leaves} leaves, {pairs} pairs kept apart.</translation>
        </message>
        <message>
            <source>请假(&amp;N)…</source>
            <translation>Leave (&amp;N)…</translation>
        </message>
        <message>
            <source>请假和不同班</source>
            <translation>Leave and who is kept apart</translation>
        </message>
        <message>
            <source>请假和不同班(&amp;Q)…</source>
            <translation>Leave and who is kept apart (&amp;Q)…</translation>
        </message>
        <message>
            <source>请先在“队伍”里新增一支信息员队伍，加入信息员。</source>
            <translation>Add an informants' team under Teams first, with its informants.</translation>
        </message>
        <message>
            <source>请先在“队伍”里给信息员队伍添加队员，写上加入日期。</source>
            <translation>Add members to the informants' team under Teams first, with the day they joined.</translation>
        </message>
        <message>
            <source>请先在表格里选一位居民。</source>
            <translation>First choose somebody in the table.</translation>
        </message>
        <message>
            <source>请先在表格里选好居民。</source>
            <translation>First choose people in the table.</translation>
        </message>
        <message>
            <source>请写几点上班，如 9:30。</source>
            <translation>Please say when it begins, such as 9:30.</translation>
        </message>
        <message>
            <source>请写几点下班，如 20:00。</source>
            <translation>Please say when it ends, such as 20:00.</translation>
        </message>
        <message>
            <source>请写姓名，或从居民中选一位。</source>
            <translation>Enter a name, or choose a resident.</translation>
        </message>
        <message>
            <source>请写班次的名称，如 白班。</source>
            <translation>Please name the shift, such as Day.</translation>
        </message>
        <message>
            <source>请勾选分出去的成员。</source>
            <translation>Tick the members who leave.</translation>
        </message>
        <message>
            <source>请勾选要加入的人。</source>
            <translation>Please tick whom to add.</translation>
        </message>
        <message>
            <source>请在 WPS 或 Excel 里选中单元格，按 Ctrl+C 复制，再回到这里按 Ctrl+V。</source>
            <translation>Select cells in WPS or Excel, copy them with Ctrl+C, come back here and press Ctrl+V.</translation>
        </message>
        <message>
            <source>请填写一共有多少。</source>
            <translation>Please say how many there are.</translation>
        </message>
        <message>
            <source>请填写一共来了几人。</source>
            <translation>Please enter how many came.</translation>
        </message>
        <message>
            <source>请填写与户主的关系。</source>
            <translation>Please enter the relation to the head.</translation>
        </message>
        <message>
            <source>请填写从哪一天开始。</source>
            <translation>Please say from which day.</translation>
        </message>
        <message>
            <source>请填写从哪一天起停发。</source>
            <translation>Please enter the day from which it is stopped.</translation>
        </message>
        <message>
            <source>请填写从哪天起。</source>
            <translation>Please say from which day.</translation>
        </message>
        <message>
            <source>请填写使用日期。</source>
            <translation>Please enter the day it was used.</translation>
        </message>
        <message>
            <source>请填写保存到哪一天。</source>
            <translation>Please say until when it is kept.</translation>
        </message>
        <message>
            <source>请填写信息员的姓名。</source>
            <translation>Please type the informant's name.</translation>
        </message>
        <message>
            <source>请填写做什么。</source>
            <translation>Please say what is to be done.</translation>
        </message>
        <message>
            <source>请填写入住的日期。</source>
            <translation>Please enter the day of moving in.</translation>
        </message>
        <message>
            <source>请填写几点开始。</source>
            <translation>Please say when it begins.</translation>
        </message>
        <message>
            <source>请填写几点结束。</source>
            <translation>Please say when it ends.</translation>
        </message>
        <message>
            <source>请填写出租房屋的住址。</source>
            <translation>Please enter the address of the rented dwelling.</translation>
        </message>
        <message>
            <source>请填写发放日期。</source>
            <translation>Please enter the day it was given out.</translation>
        </message>
        <message>
            <source>请填写发放的日期。</source>
            <translation>Please enter the day they were handed out.</translation>
        </message>
        <message>
            <source>请填写名称。</source>
            <translation>Please enter a name.</translation>
        </message>
        <message>
            <source>请填写在哪一天接待。</source>
            <translation>Please say on which day.</translation>
        </message>
        <message>
            <source>请填写姓名。</source>
            <translation>Please enter a name.</translation>
        </message>
        <message>
            <source>请填写姓名或名称。</source>
            <translation>Please enter a name.</translation>
        </message>
        <message>
            <source>请填写姓名，或把电话和照片去掉。</source>
            <translation>Enter the name, or remove phone and photo.</translation>
        </message>
        <message>
            <source>请填写姓名，或点“从居民中选”。</source>
            <translation>Enter a name, or press “Choose from residents”.</translation>
        </message>
        <message>
            <source>请填写委员的姓名。</source>
            <translation>Please enter the member's name.</translation>
        </message>
        <message>
            <source>请填写实到多少人。</source>
            <translation>Please say how many came.</translation>
        </message>
        <message>
            <source>请填写履行日期。</source>
            <translation>Please enter the day of performance.</translation>
        </message>
        <message>
            <source>请填写常用语的内容。</source>
            <translation>Please enter the phrase.</translation>
        </message>
        <message>
            <source>请填写应到多少人。</source>
            <translation>Please say how many should come.</translation>
        </message>
        <message>
            <source>请填写开始的时间，如 9:00。</source>
            <translation>Please enter when it begins, such as 9:00.</translation>
        </message>
        <message>
            <source>请填写承租人的姓名。</source>
            <translation>Please enter the tenant's name.</translation>
        </message>
        <message>
            <source>请填写换床的日期。</source>
            <translation>Please enter the day of the change.</translation>
        </message>
        <message>
            <source>请填写排到哪一天。</source>
            <translation>Please say until which day.</translation>
        </message>
        <message>
            <source>请填写排查的日期。</source>
            <translation>Please enter the day of the sweep.</translation>
        </message>
        <message>
            <source>请填写接任日期。</source>
            <translation>Please say from which day.</translation>
        </message>
        <message>
            <source>请填写撤回日期。</source>
            <translation>Please give the day of withdrawal.</translation>
        </message>
        <message>
            <source>请填写收到的日期。</source>
            <translation>Please enter the day of receipt.</translation>
        </message>
        <message>
            <source>请填写日期。</source>
            <translation>Please enter the day.</translation>
        </message>
        <message>
            <source>请填写日期，如 2026-11-23。</source>
            <translation>Please give a date, such as 2026-11-23.</translation>
        </message>
        <message>
            <source>请填写时间，如 17:30。</source>
            <translation>Please enter a time, such as 17:30.</translation>
        </message>
        <message>
            <source>请填写来了多少人。</source>
            <translation>Please enter how many came.</translation>
        </message>
        <message>
            <source>请填写来访的日期。</source>
            <translation>Please say on which day the visit was.</translation>
        </message>
        <message>
            <source>请填写检查日期。</source>
            <translation>Please enter the day of the check.</translation>
        </message>
        <message>
            <source>请填写每个人与那一户户主的关系：</source>
            <translation>Enter everybody's relation to the head of that household:</translation>
        </message>
        <message>
            <source>请填写每人发几件。</source>
            <translation>Please say how many each gets.</translation>
        </message>
        <message>
            <source>请填写每人每月多少元。</source>
            <translation>Please say how many yuan each a month.</translation>
        </message>
        <message>
            <source>请填写每班几个人。</source>
            <translation>Please say how many people a shift.</translation>
        </message>
        <message>
            <source>请填写生效日期。</source>
            <translation>Please enter from when it is effective.</translation>
        </message>
        <message>
            <source>请填写由谁来履行。</source>
            <translation>Please say who performs it.</translation>
        </message>
        <message>
            <source>请填写登记日期。</source>
            <translation>Please enter the day of registration.</translation>
        </message>
        <message>
            <source>请填写社区名称，联系卡上会印它。</source>
            <translation>Please enter the community's name; contact cards print it.</translation>
        </message>
        <message>
            <source>请填写离开的日期。</source>
            <translation>Please enter the day of leaving.</translation>
        </message>
        <message>
            <source>请填写答复的日期。</source>
            <translation>Please enter the day of the reply.</translation>
        </message>
        <message>
            <source>请填写签名日期。</source>
            <translation>Please give the day it was signed.</translation>
        </message>
        <message>
            <source>请填写经办人姓名，用来登录和记录是谁改的。</source>
            <translation>Please enter the clerk's name; it is for signing in and tells who changed what.</translation>
        </message>
        <message>
            <source>请填写结束的日期。</source>
            <translation>Please enter the day it ended.</translation>
        </message>
        <message>
            <source>请填写结束的时间，如 11:00。</source>
            <translation>Please enter when it ends, such as 11:00.</translation>
        </message>
        <message>
            <source>请填写认领日期。</source>
            <translation>Please say on which day.</translation>
        </message>
        <message>
            <source>请填写调解组的名称。</source>
            <translation>Please name the group.</translation>
        </message>
        <message>
            <source>请填写走访的日期。</source>
            <translation>Please enter the day of the visit.</translation>
        </message>
        <message>
            <source>请填写达成协议的日期。</source>
            <translation>Please enter the day of the agreement.</translation>
        </message>
        <message>
            <source>请对方打开“本机名片”，念出 12 个词。和下面的一样吗？</source>
            <translation>Ask them to open "Card of this computer" and read the 12 words aloud. Are they the same as below?</translation>
        </message>
        <message>
            <source>请少选一些；要全部名单，请用“导出”。</source>
            <translation>Please select fewer; for the whole list use “Export”.</translation>
        </message>
        <message>
            <source>请打单子上的编号，如 0012。</source>
            <translation>Please type the number on the sheet, such as 0012.</translation>
        </message>
        <message>
            <source>请拿出建立台账时打印的恢复码，照着输入，再设一个新密码。</source>
            <translation>Take the recovery code that was printed when the ledger was founded, type it, and set a new password.</translation>
        </message>
        <message>
            <source>请换一个新密码</source>
            <translation>Please choose a new password</translation>
        </message>
        <message>
            <source>请改正没有认出的行，再点“加入”。</source>
            <translation>Correct the lines that were not understood, then press Join again.</translation>
        </message>
        <message>
            <source>请核对：{doubts}。</source>
            <translation>Please check: {doubts}.</translation>
        </message>
        <message>
            <source>请点“选择居民”选出要加入的人，或选一个常用筛选。</source>
            <translation>Please press “Choose residents”, or choose a kept filter.</translation>
        </message>
        <message>
            <source>请点“选择居民”，选出是哪一位。</source>
            <translation>Press “Choose resident” to say who it is.</translation>
        </message>
        <message>
            <source>请点“选择居民”，选出要加入的人。</source>
            <translation>Press Choose residents to choose who joins.</translation>
        </message>
        <message>
            <source>请点“选择户”，选出和哪一户结对。</source>
            <translation>Press “Choose household” to say which household is supported.</translation>
        </message>
        <message>
            <source>请点“选择户”，选出是哪一户。</source>
            <translation>Press “Choose household” to say which.</translation>
        </message>
        <message>
            <source>请留意</source>
            <translation>Please note</translation>
        </message>
        <message>
            <source>请看每一列登记成什么，不对的在中间改。</source>
            <translation>Look at what every column is registered as and correct it in the middle.</translation>
        </message>
        <message>
            <source>请稍候</source>
            <translation>Please wait</translation>
        </message>
        <message>
            <source>请等一等…</source>
            <translation>Please wait…</translation>
        </message>
        <message>
            <source>请输入密码。</source>
            <translation>Please enter the password.</translation>
        </message>
        <message>
            <source>请输入密码。台账在本机加密保存。</source>
            <translation>Please enter the password. The ledger is kept encrypted on this computer.</translation>
        </message>
        <message>
            <source>请输入密码或恢复码。</source>
            <translation>Please type a password or recovery code.</translation>
        </message>
        <message>
            <source>请输入恢复码。</source>
            <translation>Please enter the recovery code.</translation>
        </message>
        <message>
            <source>请输入您自己的登录密码。</source>
            <translation>Please type your own password.</translation>
        </message>
        <message>
            <source>请选一个网格。</source>
            <translation>Please choose a grid.</translation>
        </message>
        <message>
            <source>请选一位志愿者。</source>
            <translation>Please choose a volunteer.</translation>
        </message>
        <message>
            <source>请选一处</source>
            <translation>Please choose one</translation>
        </message>
        <message>
            <source>请选一张空床</source>
            <translation>Please choose a free bed</translation>
        </message>
        <message>
            <source>请选一支队伍。</source>
            <translation>Please choose a team.</translation>
        </message>
        <message>
            <source>请选出发给谁。</source>
            <translation>Please choose the recipients.</translation>
        </message>
        <message>
            <source>请选出换到哪一张空床。</source>
            <translation>Please choose the free bed to change to.</translation>
        </message>
        <message>
            <source>请选场地。</source>
            <translation>Please choose a venue.</translation>
        </message>
        <message>
            <source>请选择</source>
            <translation>Please choose</translation>
        </message>
        <message>
            <source>请选择新户的户主。</source>
            <translation>Please choose the head of the new household.</translation>
        </message>
        <message>
            <source>请选是哪一位。</source>
            <translation>Please choose who.</translation>
        </message>
        <message>
            <source>请选是谁。</source>
            <translation>Please choose who.</translation>
        </message>
        <message>
            <source>读入(&amp;S)</source>
            <translation>Take in (&amp;S)</translation>
        </message>
        <message>
            <source>读入交换文件</source>
            <translation>Take in an exchange file</translation>
        </message>
        <message>
            <source>读到</source>
            <translation>Read</translation>
        </message>
        <message>
            <source>读到 {rows} 行：新增 {added}，并入已有 {joined}，退回重填 {set_aside}。</source>
            <translation>{rows} rows read: {added} added, {joined} joined, {set_aside} returned.</translation>
        </message>
        <message>
            <source>读取名单</source>
            <translation>Read list</translation>
        </message>
        <message>
            <source>读取表格文件(&amp;O)…</source>
            <translation>Read a file (&amp;O)…</translation>
        </message>
        <message>
            <source>读对方的文件(&amp;R)…</source>
            <translation>&amp;Read their file…</translation>
        </message>
        <message>
            <source>读钥匙文件(&amp;F)…</source>
            <translation>Read a key &amp;file…</translation>
        </message>
        <message>
            <source>读音不详</source>
            <translation>Reading unknown</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>谁(&amp;K)</source>
            <translation>Who (&amp;K)</translation>
        </message>
        <message>
            <source>谁(&amp;N)</source>
            <translation>Who (&amp;N)</translation>
        </message>
        <message>
            <source>谁(&amp;W)</source>
            <translation>&amp;Who</translation>
        </message>
        <message>
            <source>谁举办(&amp;Z)</source>
            <translation>Held by (&amp;Z)</translation>
        </message>
        <message>
            <source>谁做的</source>
            <translation>Made by</translation>
        </message>
        <message>
            <source>谁去的</source>
            <translation>who went</translation>
        </message>
        <message>
            <source>谁去的(&amp;N)</source>
            <translation>Who we&amp;nt</translation>
        </message>
        <message>
            <source>谁去；可以先空着</source>
            <translation>Who goes; may stay empty</translation>
        </message>
        <message>
            <source>谁同意的(&amp;T)</source>
            <translation>Who agreed (&amp;T)</translation>
        </message>
        <message>
            <source>谁和谁、为了什么事，先登记下来；受理以后按步骤调查、调解、签协议、回访、归档。</source>
            <translation>First register who disagrees with whom about what; once accepted go on to inquiry, mediation, agreement, follow-up and archive.</translation>
        </message>
        <message>
            <source>谁哪几天不在，哪两个人不能排在同一班</source>
            <translation>Who is away on which days, which two must not be on the same shift</translation>
        </message>
        <message>
            <source>谁在什么时候借了哪个场地，都在这里，可以打印和导出。</source>
            <translation>Who borrows which venue when; print and export it.</translation>
        </message>
        <message>
            <source>谁在什么时候因为什么看过，会记入操作日志。</source>
            <translation>Who looked when and why goes into the log.</translation>
        </message>
        <message>
            <source>谁在什么时候改了哪一项（Ctrl+H）</source>
            <translation>Who changed which field when (Ctrl+H)</translation>
        </message>
        <message>
            <source>谁在什么时候改了这个月的值班表</source>
            <translation>Who changed this month's roster when</translation>
        </message>
        <message>
            <source>谁在什么时候用哪个场地，办什么活动，打签到表和门口通知，记人次和时长</source>
            <translation>Who uses which venue when and for what; sheets to sign and notices, who came and how long</translation>
        </message>
        <message>
            <source>谁在什么时候登录、查看、修改、打印、导出了什么；核验和打印链头</source>
            <translation>Who signed in, looked, changed, printed or exported what and when; check and print the head of the chain</translation>
        </message>
        <message>
            <source>谁批准的(&amp;P)</source>
            <translation>A&amp;pproved by</translation>
        </message>
        <message>
            <source>谁有钥匙</source>
            <translation>Who has the key</translation>
        </message>
        <message>
            <source>谁服务了多久，每月汇总，志愿服务记录证明，培训和表彰</source>
            <translation>Who served how long, sums of the month, certificates of service, training and praise</translation>
        </message>
        <message>
            <source>谁来了、说了什么、怎么答复的，记在这里；没办完的到了日子会排在最前面。</source>
            <translation>Who came, what they said and what was answered stands here; what is left to do comes first when its day is there.</translation>
        </message>
        <message>
            <source>谁来履行(&amp;N)</source>
            <translation>Who performs it (&amp;N)</translation>
        </message>
        <message>
            <source>谁来照看，可以不是台账里的人</source>
            <translation>who looks after them; need not be in the ledger</translation>
        </message>
        <message>
            <source>谁用(&amp;N)</source>
            <translation>Who uses it (&amp;N)</translation>
        </message>
        <message>
            <source>谁的(&amp;W)</source>
            <translation>&amp;Whose</translation>
        </message>
        <message>
            <source>谁的、哪一份</source>
            <translation>Whose, which copy</translation>
        </message>
        <message>
            <source>谁的个人信息</source>
            <translation>Whose personal data</translation>
        </message>
        <message>
            <source>谁能值(&amp;K)</source>
            <translation>Who can be on it (&amp;K)</translation>
        </message>
        <message>
            <source>谁能值班：工作人员、志愿者、家政人员，会什么、什么时候能来</source>
            <translation>Who can be on duty: staff, volunteers, housekeepers, what they know, when they can come</translation>
        </message>
        <message>
            <source>谁能登录、是什么角色，新增、停用、重设密码</source>
            <translation>Who can sign in, in which role; add, retire, reset passwords</translation>
        </message>
        <message>
            <source>谁要过节由本人提出，不看民族；登记了请假，自动排班就不排这几天。</source>
            <translation>Who keeps festivals says so, whatever the ethnicity; with leave entered, filling leaves these days out.</translation>
        </message>
        <message>
            <source>谁还没有电话、证件号、住址</source>
            <translation>Who has no phone, document number or address yet</translation>
        </message>
        <message>
            <source>调委会全称(&amp;N)</source>
            <translation>Full &amp;name of the committee</translation>
        </message>
        <message>
            <source>调委会名称、代字、委员、调解组、社会力量，写记录用的常用语</source>
            <translation>The committee's name, short name, members, groups, helpers from outside, and phrases for records</translation>
        </message>
        <message>
            <source>调委会委员</source>
            <translation>Members of the committee</translation>
        </message>
        <message>
            <source>调整</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>调整编号和名称(&amp;R)…</source>
            <translation>Change numbe&amp;rs and names…</translation>
        </message>
        <message>
            <source>调整网格编号和名称</source>
            <translation>Change numbers and names of grids</translation>
        </message>
        <message>
            <source>调整这一天</source>
            <translation>Change this day</translation>
        </message>
        <message>
            <source>调整这一天(&amp;D)…</source>
            <translation>Change this &amp;day…</translation>
        </message>
        <message>
            <source>调查人(&amp;A)</source>
            <translation>Who &amp;asked</translation>
        </message>
        <message>
            <source>调查记录</source>
            <translation>Record of inquiry</translation>
        </message>
        <message>
            <source>调解</source>
            <translation>Mediation</translation>
        </message>
        <message>
            <source>调解不成</source>
            <translation>Failed</translation>
        </message>
        <message>
            <source>调解卷宗</source>
            <translation>Mediation file</translation>
        </message>
        <message>
            <source>调解员</source>
            <translation>Mediator</translation>
        </message>
        <message>
            <source>调解员(&amp;M)</source>
            <translation>&amp;Mediators</translation>
        </message>
        <message>
            <source>调解员(&amp;T)</source>
            <translation>Media&amp;tors</translation>
        </message>
        <message>
            <source>调解委员会</source>
            <translation>Mediation committee</translation>
        </message>
        <message>
            <source>调解委员会和用语</source>
            <translation>Committee and phrases</translation>
        </message>
        <message>
            <source>调解委员会和用语(&amp;W)…</source>
            <translation>Committee and phrases (&amp;W)…</translation>
        </message>
        <message>
            <source>调解常用语</source>
            <translation>Phrases of mediation</translation>
        </message>
        <message>
            <source>调解成功</source>
            <translation>Settled</translation>
        </message>
        <message>
            <source>调解文书</source>
            <translation>Documents of the case</translation>
        </message>
        <message>
            <source>调解文书(&amp;P)…</source>
            <translation>Documents (&amp;P)…</translation>
        </message>
        <message>
            <source>调解组</source>
            <translation>Group</translation>
        </message>
        <message>
            <source>调解组(&amp;Z)</source>
            <translation>Group (&amp;Z)</translation>
        </message>
        <message>
            <source>调解统计报表</source>
            <translation>Mediation figures</translation>
        </message>
        <message>
            <source>调解记录</source>
            <translation>Record of mediation</translation>
        </message>
        <message>
            <source>负责人</source>
            <translation>In charge</translation>
        </message>
        <message>
            <source>负责人(&amp;L)</source>
            <translation>In charge (&amp;L)</translation>
        </message>
        <message>
            <source>负责人(&amp;R)</source>
            <translation>Head (&amp;R)</translation>
        </message>
        <message>
            <source>负责人电话</source>
            <translation>Phone of who is in charge</translation>
        </message>
        <message>
            <source>负责人的记录会一起删除，可以按 Ctrl+Z 撤销。</source>
            <translation>The records of who was in charge go too; Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>账号</source>
            <translation>Accounts</translation>
        </message>
        <message>
            <source>账号(&amp;A)</source>
            <translation>&amp;Account</translation>
        </message>
        <message>
            <source>账号(&amp;A)…</source>
            <translation>&amp;Accounts…</translation>
        </message>
        <message>
            <source>资料仍然保留；如果是户主，请随后在“本户”里另设户主。</source>
            <translation>The data stays. If it was the head, choose another head in “Household” afterwards.</translation>
        </message>
        <message>
            <source>资料刚才有变化，已重新准备。</source>
            <translation>The data has just changed; everything was prepared again.</translation>
        </message>
        <message>
            <source>资料已变，宜换卡</source>
            <translation>Content changed, renew</translation>
        </message>
        <message>
            <source>资料有变</source>
            <translation>Content changed</translation>
        </message>
        <message>
            <source>资料项(&amp;F)</source>
            <translation>&amp;Field</translation>
        </message>
        <message>
            <source>走访(&amp;W)…</source>
            <translation>Visits (&amp;W)…</translation>
        </message>
        <message>
            <source>走访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>走访人(&amp;R)</source>
            <translation>Visito&amp;r</translation>
        </message>
        <message>
            <source>走访人(&amp;W)</source>
            <translation>&amp;Walker</translation>
        </message>
        <message>
            <source>走访几户(&amp;H)</source>
            <translation>&amp;Homes called on</translation>
        </message>
        <message>
            <source>走访单</source>
            <translation>Walk sheet</translation>
        </message>
        <message>
            <source>走访单和核对单</source>
            <translation>Walk and check sheets</translation>
        </message>
        <message>
            <source>走访单和核对单(&amp;W)…</source>
            <translation>&amp;Walk and check sheets…</translation>
        </message>
        <message>
            <source>走访和服务</source>
            <translation>Visits and services</translation>
        </message>
        <message>
            <source>走访和服务(&amp;V)…</source>
            <translation>&amp;Visits and services…</translation>
        </message>
        <message>
            <source>走访和服务按月合计</source>
            <translation>Monthly sums of visits and services</translation>
        </message>
        <message>
            <source>走访和服务记录（{which}）</source>
            <translation>Visits and services ({which})</translation>
        </message>
        <message>
            <source>走访对象</source>
            <translation>Visited</translation>
        </message>
        <message>
            <source>走访对象(&amp;O)</source>
            <translation>Wh&amp;om</translation>
        </message>
        <message>
            <source>走访户数</source>
            <translation>Homes called on</translation>
        </message>
        <message>
            <source>走访日期(&amp;B)</source>
            <translation>Walked on (&amp;B)</translation>
        </message>
        <message>
            <source>走访的人：{names}</source>
            <translation>People visited: {names}</translation>
        </message>
        <message>
            <source>走访的户：{household}</source>
            <translation>Household visited: {household}</translation>
        </message>
        <message>
            <source>走访记录</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>走访记录(&amp;R)…</source>
            <translation>Visits &amp;recorded…</translation>
        </message>
        <message>
            <source>起止时间</source>
            <translation>From and to</translation>
        </message>
        <message>
            <source>起租日期</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>起草(&amp;N)…</source>
            <translation>Draft (&amp;N)…</translation>
        </message>
        <message>
            <source>超过时限的</source>
            <translation>Past the limit</translation>
        </message>
        <message>
            <source>超过时限的有 {count} 条。</source>
            <translation>{count} past the limit.</translation>
        </message>
        <message>
            <source>超过期限的</source>
            <translation>Late</translation>
        </message>
        <message>
            <source>跟着上边</source>
            <translation>Stays with the top edge</translation>
        </message>
        <message>
            <source>跟着下边</source>
            <translation>Stays with the bottom edge</translation>
        </message>
        <message>
            <source>跟着右边</source>
            <translation>Stays with the right edge</translation>
        </message>
        <message>
            <source>跟着左边</source>
            <translation>Stays with the left edge</translation>
        </message>
        <message>
            <source>跟随系统的外观(&amp;S)</source>
            <translation>Look of the &amp;system</translation>
        </message>
        <message>
            <source>路线(&amp;R)</source>
            <translation>&amp;Route</translation>
        </message>
        <message>
            <source>跳转</source>
            <translation>Jump</translation>
        </message>
        <message>
            <source>跳转(&amp;J)…</source>
            <translation>&amp;Jump…</translation>
        </message>
        <message>
            <source>跳过</source>
            <translation>Skip</translation>
        </message>
        <message>
            <source>跳过的原因(&amp;G)</source>
            <translation>Why steps were left out (&amp;G)</translation>
        </message>
        <message>
            <source>跳过这一步(&amp;K)</source>
            <translation>S&amp;kip this step</translation>
        </message>
        <message>
            <source>践诺</source>
            <translation>Keeping</translation>
        </message>
        <message>
            <source>践诺(&amp;K)</source>
            <translation>&amp;Keeping</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Standing</translation>
        </message>
        <message>
            <source>身份(&amp;J)</source>
            <translation>Role (&amp;J)</translation>
        </message>
        <message>
            <source>身份核对(&amp;I)</source>
            <translation>How &amp;identity was checked</translation>
        </message>
        <message>
            <source>转 90°(&amp;R)</source>
            <translation>Tu&amp;rn by 90°</translation>
        </message>
        <message>
            <source>转为案件(&amp;Z)</source>
            <translation>Make it a case (&amp;Z)</translation>
        </message>
        <message>
            <source>转入信访登记(&amp;U)</source>
            <translation>Take into the petitions (&amp;U)</translation>
        </message>
        <message>
            <source>转到公示栏(&amp;Y)</source>
            <translation>Put on the board (&amp;Y)</translation>
        </message>
        <message>
            <source>转正</source>
            <translation>Turn straight</translation>
        </message>
        <message>
            <source>转给哪个部门(&amp;Z)</source>
            <translation>To which body (&amp;Z)</translation>
        </message>
        <message>
            <source>较少用的字</source>
            <translation>Less common character</translation>
        </message>
        <message>
            <source>输入人名、操作或经办人，只看有关的行</source>
            <translation>Type a name, an action or a clerk to see only the lines about it</translation>
        </message>
        <message>
            <source>输入您自己的登录密码，才会删除</source>
            <translation>Nothing is deleted without your own password</translation>
        </message>
        <message>
            <source>输入您自己的登录密码，才会去掉</source>
            <translation>Nothing is removed without your own password</translation>
        </message>
        <message>
            <source>辖区单位(&amp;O)…</source>
            <translation>&amp;Organisations…</translation>
        </message>
        <message>
            <source>辖区单位名册</source>
            <translation>Register of organisations</translation>
        </message>
        <message>
            <source>辖区单位和社会组织</source>
            <translation>Organisations</translation>
        </message>
        <message>
            <source>边线</source>
            <translation>Outline</translation>
        </message>
        <message>
            <source>边长</source>
            <translation>Side length</translation>
        </message>
        <message>
            <source>达成</source>
            <translation>Reached</translation>
        </message>
        <message>
            <source>达成协议的日期(&amp;B)</source>
            <translation>Agreed on (&amp;B)</translation>
        </message>
        <message>
            <source>迁出(&amp;T)…</source>
            <translation>Moved ou&amp;t…</translation>
        </message>
        <message>
            <source>迁出、去世、撤回同意、租住到期、移入回收站满了期限的人会列在这里，由您决定去留。</source>
            <translation>Who moved out, died, withdrew consent, whose tenancy ended or who lay long enough in the recycle bin is listed here for you to decide.</translation>
        </message>
        <message>
            <source>迁出后不再计入在住人员，资料仍然保留，随时可以迁回。</source>
            <translation>Who has moved out is not counted among those present; the data stays and they can be moved back at any time.</translation>
        </message>
        <message>
            <source>迁出日期(&amp;D)</source>
            <translation>&amp;Day of moving</translation>
        </message>
        <message>
            <source>迁回(&amp;B)</source>
            <translation>Moved &amp;back</translation>
        </message>
        <message>
            <source>过了回访期限的</source>
            <translation>Past the follow-up day</translation>
        </message>
        <message>
            <source>过了期限还没有答复的 {count} 件。</source>
            <translation>{count} were not answered in time.</translation>
        </message>
        <message>
            <source>过去三个月</source>
            <translation>The last three months</translation>
        </message>
        <message>
            <source>返回(&amp;B)</source>
            <translation>&amp;Back</translation>
        </message>
        <message>
            <source>返迁</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>还不知道对方读过这里的文件，所以带上全部。</source>
            <translation>Nothing is known of what they read from here, so the file holds everything.</translation>
        </message>
        <message>
            <source>还不知道：先按周末和法定节日算。国务院的通知一般在前一年十一月发布，发布后请填写。</source>
            <translation>Not known yet: weekends and statutory holidays count. The State Council usually announces it in November of the year before; please enter it then.</translation>
        </message>
        <message>
            <source>还不能办的</source>
            <translation>Not possible yet</translation>
        </message>
        <message>
            <source>还不能办的(&amp;W)…</source>
            <translation>Not possible yet (&amp;W)…</translation>
        </message>
        <message>
            <source>还在任的留空；换人时填上日期，再添加新的负责人</source>
            <translation>empty while in office; at a change enter the day, then add who comes after</translation>
        </message>
        <message>
            <source>还在值班的留空</source>
            <translation>Leave empty while they are on duty</translation>
        </message>
        <message>
            <source>还在做的留空</source>
            <translation>Leave empty while it is offered</translation>
        </message>
        <message>
            <source>还在守望的留空</source>
            <translation>leave empty while it goes on</translation>
        </message>
        <message>
            <source>还在岗的留空</source>
            <translation>Leave empty while it lasts</translation>
        </message>
        <message>
            <source>还在帮扶的留空</source>
            <translation>Leave empty while it goes on</translation>
        </message>
        <message>
            <source>还在用的留空</source>
            <translation>Empty while in use</translation>
        </message>
        <message>
            <source>还在的留空</source>
            <translation>Leave empty while it goes on</translation>
        </message>
        <message>
            <source>还在队里的留空；这一天还算在队</source>
            <translation>Leave empty for members; the last day still counts</translation>
        </message>
        <message>
            <source>还存有这个人的备份</source>
            <translation>Backups that still hold this person</translation>
        </message>
        <message>
            <source>还存有这个人的备份：{backups}</source>
            <translation>Backups that still hold this person: {backups}</translation>
        </message>
        <message>
            <source>还放不下</source>
            <translation>If still too long</translation>
        </message>
        <message>
            <source>还有 {count} 个人没有照片，印出来会空着：{names}。</source>
            <translation>{count} people have no photo yet; their prints will have gaps: {names}.</translation>
        </message>
        <message>
            <source>还有 {count} 人不发卡</source>
            <translation>{count} more people get no card</translation>
        </message>
        <message>
            <source>还有 {count} 处</source>
            <translation>{count} more</translation>
        </message>
        <message>
            <source>还有 {count} 处的字印不出来，逐个处理好就能打印。</source>
            <translation>{count} characters cannot be printed yet; put them right one by one, then print.</translation>
        </message>
        <message>
            <source>还有 {count} 张在外面。</source>
            <translation>{count} sheets are out.</translation>
        </message>
        <message>
            <source>还有 {count} 张没有印，要结束这一批吗？</source>
            <translation>{count} cards are not printed yet. End this run all the same?</translation>
        </message>
        <message>
            <source>还有 {count} 次</source>
            <translation>{count} more</translation>
        </message>
        <message>
            <source>还有 {count} 项没有履行。全部登记以后，案子就成为“已履行”，接下来回访。</source>
            <translation>{count} are not performed yet. When all are entered the case is “performed”; follow-up comes next.</translation>
        </message>
        <message>
            <source>还有 {days} 个工作日</source>
            <translation>{days} working days left</translation>
        </message>
        <message>
            <source>还有 {days} 天</source>
            <translation>{days} days left</translation>
        </message>
        <message>
            <source>还有工作没有做完，现在退出会取消它。</source>
            <translation>Work is still under way; leaving now would cancel it.</translation>
        </message>
        <message>
            <source>还有工作没有做完，请等它完成再换账号。</source>
            <translation>Work is still going on; wait until it is done before you change the account.</translation>
        </message>
        <message>
            <source>还有工作没有做完，请等它完成再锁定。</source>
            <translation>Work is still under way. Please wait until it is done, then lock.</translation>
        </message>
        <message>
            <source>还有条件：</source>
            <translation>Further conditions:</translation>
        </message>
        <message>
            <source>还没上岗的</source>
            <translation>Not yet in office</translation>
        </message>
        <message>
            <source>还没办结的</source>
            <translation>Not settled</translation>
        </message>
        <message>
            <source>还没收回的</source>
            <translation>Still out</translation>
        </message>
        <message>
            <source>还没有</source>
            <translation>never</translation>
        </message>
        <message>
            <source>还没有人参加这张值班表，请先在“班次和规则”里加人。</source>
            <translation>Nobody takes part in this roster yet; add people in “Shifts and rules” first.</translation>
        </message>
        <message>
            <source>还没有人员</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>还没有代金券</source>
            <translation>No vouchers yet</translation>
        </message>
        <message>
            <source>还没有便民网点</source>
            <translation>No service points yet</translation>
        </message>
        <message>
            <source>还没有信息员队伍。</source>
            <translation>There is no informants' team yet.</translation>
        </message>
        <message>
            <source>还没有修改记录。</source>
            <translation>No changes yet.</translation>
        </message>
        <message>
            <source>还没有值班表</source>
            <translation>No roster yet</translation>
        </message>
        <message>
            <source>还没有出具过证明</source>
            <translation>No certificate was issued yet</translation>
        </message>
        <message>
            <source>还没有办完的</source>
            <translation>Not done yet</translation>
        </message>
        <message>
            <source>还没有勾选楼栋或单元，请勾选划给新网格的。</source>
            <translation>No building or unit is ticked; tick what goes to the new grid.</translation>
        </message>
        <message>
            <source>还没有印完</source>
            <translation>Not finished</translation>
        </message>
        <message>
            <source>还没有发的填 0</source>
            <translation>0 if none yet</translation>
        </message>
        <message>
            <source>还没有发过联系卡。</source>
            <translation>No contact card yet.</translation>
        </message>
        <message>
            <source>还没有可以选的。</source>
            <translation>Nothing to choose from yet.</translation>
        </message>
        <message>
            <source>还没有可选的，请先建立。</source>
            <translation>There is nothing to choose from yet; make one first.</translation>
        </message>
        <message>
            <source>还没有合并过。</source>
            <translation>Nothing was merged yet.</translation>
        </message>
        <message>
            <source>还没有场地</source>
            <translation>No venues yet</translation>
        </message>
        <message>
            <source>还没有培训和表彰</source>
            <translation>No training or praise yet</translation>
        </message>
        <message>
            <source>还没有填。请折一下纸，读出这个数。</source>
            <translation>Empty. Fold the paper and read this number.</translation>
        </message>
        <message>
            <source>还没有填写</source>
            <translation>Not filled in yet</translation>
        </message>
        <message>
            <source>还没有填写民族节日</source>
            <translation>No ethnic festivals yet</translation>
        </message>
        <message>
            <source>还没有定的留空，就不计时</source>
            <translation>Empty if none is set: nothing is counted</translation>
        </message>
        <message>
            <source>还没有居民</source>
            <translation>No residents yet</translation>
        </message>
        <message>
            <source>还没有工作人员</source>
            <translation>No staff yet</translation>
        </message>
        <message>
            <source>还没有工作职责</source>
            <translation>No duties yet</translation>
        </message>
        <message>
            <source>还没有常用筛选</source>
            <translation>No kept filters yet</translation>
        </message>
        <message>
            <source>还没有常用筛选，请先在居民页存一个。</source>
            <translation>There is no kept filter; save one on the residents page first.</translation>
        </message>
        <message>
            <source>还没有成批打印过。一次打两张以上的联系卡，就会记成一批。</source>
            <translation>Nothing was printed in numbers yet. Printing two or more contact cards at once makes a run.</translation>
        </message>
        <message>
            <source>还没有打印机档案</source>
            <translation>No printer profiles yet</translation>
        </message>
        <message>
            <source>还没有标记过。</source>
            <translation>Nothing is marked yet.</translation>
        </message>
        <message>
            <source>还没有楼栋。登记居民的住址，或在网格里写上楼栋，这里就有图。</source>
            <translation>There are no buildings yet. Enter addresses of residents, or buildings in the grids, and the picture is here.</translation>
        </message>
        <message>
            <source>还没有演练记录</source>
            <translation>No drill yet</translation>
        </message>
        <message>
            <source>还没有用它发过卡。删除后可以用“撤销”找回。</source>
            <translation>No cards were made with it yet. “Undo” brings it back.</translation>
        </message>
        <message>
            <source>还没有留存的报表</source>
            <translation>No kept reports yet</translation>
        </message>
        <message>
            <source>还没有登记住址。登记居民的住址以后，这里就有楼栋图。</source>
            <translation>No addresses yet. Once residents have addresses, their buildings are drawn here.</translation>
        </message>
        <message>
            <source>还没有登记出租房屋。</source>
            <translation>No rented dwellings yet.</translation>
        </message>
        <message>
            <source>还没有登记矛盾纠纷</source>
            <translation>No disputes registered yet</translation>
        </message>
        <message>
            <source>还没有登记装备</source>
            <translation>No equipment yet</translation>
        </message>
        <message>
            <source>还没有站点</source>
            <translation>No stations yet</translation>
        </message>
        <message>
            <source>还没有签到</source>
            <translation>Not signed in yet</translation>
        </message>
        <message>
            <source>还没有签的</source>
            <translation>Not signed yet</translation>
        </message>
        <message>
            <source>还没有签的儿童（监护人签）</source>
            <translation>Children not signed yet (by the guardian)</translation>
        </message>
        <message>
            <source>还没有结算，随登记变动。</source>
            <translation>Not closed; follows what is entered.</translation>
        </message>
        <message>
            <source>还没有编号</source>
            <translation>No number yet</translation>
        </message>
        <message>
            <source>还没有网格</source>
            <translation>No grids yet</translation>
        </message>
        <message>
            <source>还没有网格，公示栏是按网格做的。请先在“网格”页新增网格。</source>
            <translation>There are no grids yet, and every board belongs to a grid. Please add one on the Grids page first.</translation>
        </message>
        <message>
            <source>还没有认领岗位</source>
            <translation>No posts to claim yet</translation>
        </message>
        <message>
            <source>还没有认领岗位可选，请先到“岗位目录”里添加。</source>
            <translation>There is no post to choose; add one to the catalogue first.</translation>
        </message>
        <message>
            <source>还没有选</source>
            <translation>Not chosen yet</translation>
        </message>
        <message>
            <source>还没有选发给谁</source>
            <translation>No recipients yet</translation>
        </message>
        <message>
            <source>还没有选，或者没有要改的。</source>
            <translation>Nothing is chosen, or nothing changes.</translation>
        </message>
        <message>
            <source>还没有问卷</source>
            <translation>No surveys yet</translation>
        </message>
        <message>
            <source>还没有队伍</source>
            <translation>No team yet</translation>
        </message>
        <message>
            <source>还没评定</source>
            <translation>Not judged yet</translation>
        </message>
        <message>
            <source>还缺</source>
            <translation>Missing</translation>
        </message>
        <message>
            <source>还缺 {count} 人次，在“冲突”里可以逐条看：</source>
            <translation>{count} turns are short; see each in “Conflicts”:</translation>
        </message>
        <message>
            <source>还缺 {count} 项，补齐才能装订归档。</source>
            <translation>{count} are missing; it can be bound and archived when they are there.</translation>
        </message>
        <message>
            <source>还缺：{names}</source>
            <translation>Missing: {names}</translation>
        </message>
        <message>
            <source>这一位(&amp;K)</source>
            <translation>Who (&amp;K)</translation>
        </message>
        <message>
            <source>这一列是猜的，请看一下对不对</source>
            <translation>This column is a guess; please check it</translation>
        </message>
        <message>
            <source>这一周 {count} 次预约。</source>
            <translation>{count} bookings this week.</translation>
        </message>
        <message>
            <source>这一天 {count} 人次，已登记 {done}。没有来的不要登记。</source>
            <translation>{count} turns on this day, {done} entered. Do not enter who did not come.</translation>
        </message>
        <message>
            <source>这一天不算</source>
            <translation>This day is not counted</translation>
        </message>
        <message>
            <source>这一天到期的</source>
            <translation>Due on this day</translation>
        </message>
        <message>
            <source>这一天没有值班</source>
            <translation>No duty on this day</translation>
        </message>
        <message>
            <source>这一天的值班表上没有人；请另选日期，或先排班。</source>
            <translation>Nobody is on the roster of this day; choose another day, or fill the roster first.</translation>
        </message>
        <message>
            <source>这一天谁值班、几点到几点，大字，贴在门口；不写个人电话。</source>
            <translation>Who is on duty this day and when, in large type for the door; without personal phones.</translation>
        </message>
        <message>
            <source>这一天还算在队；以后查得到，已排的班和领的装备不变</source>
            <translation>The last day still counts; it can be found later, shifts and equipment stay as they are</translation>
        </message>
        <message>
            <source>这一天还能排班；以前的排班和时长都留着</source>
            <translation>Still on duty on this day; earlier rosters and hours stay</translation>
        </message>
        <message>
            <source>这一天这一班不用人。</source>
            <translation>This shift needs nobody on this day.</translation>
        </message>
        <message>
            <source>这一批的卡</source>
            <translation>Cards of this run</translation>
        </message>
        <message>
            <source>这一格没有人；先选中一个人，再问为什么是他。</source>
            <translation>Nobody is in this cell; select a person first, then ask why.</translation>
        </message>
        <message>
            <source>这一格锁定了；要动请先按空格解锁。</source>
            <translation>This cell is locked; press Space to unlock it first.</translation>
        </message>
        <message>
            <source>这一次接待(&amp;J)</source>
            <translation>Reception is held (&amp;J)</translation>
        </message>
        <message>
            <source>这一步改了：</source>
            <translation>This step changed:</translation>
        </message>
        <message>
            <source>这一行的</source>
            <translation>Of this line</translation>
        </message>
        <message>
            <source>这一项是 0，或者不是由案件数出来的。</source>
            <translation>It is 0, or not counted from cases.</translation>
        </message>
        <message>
            <source>这一项没有全国统一的法定期限</source>
            <translation>No national law sets a limit for this</translation>
        </message>
        <message>
            <source>这一项都齐了</source>
            <translation>Nothing of this is missing</translation>
        </message>
        <message>
            <source>这不是单独的字，卡片上印不好。请打开资料，照身份证改成汉字姓名，或换一个字。</source>
            <translation>This is no character by itself and would not print well. Open the data and correct the name after the identity card, or take another character.</translation>
        </message>
        <message>
            <source>这个人或这一班已经不在值班表的规则里，说不出原因。</source>
            <translation>This person or shift is no longer part of the roster's rules, so there is no reason to tell.</translation>
        </message>
        <message>
            <source>这个人这一天愿意值班，或者不想值班</source>
            <translation>This person would like to be on duty on this day, or would rather not</translation>
        </message>
        <message>
            <source>这个台账是旧版程序做的，正在升级。人多时要几分钟，请不要关电脑；中途断电也不会损坏台账。</source>
            <translation>This ledger was made by an older version and is being upgraded. With many people it takes some minutes; please leave the machine on. A power cut does not damage the ledger.</translation>
        </message>
        <message>
            <source>这个名单里没有人</source>
            <translation>Nobody is on this list</translation>
        </message>
        <message>
            <source>这个字有一个通用的写法“{sign}”。请对照身份证，一样就换。</source>
            <translation>This character is commonly written “{sign}”. Compare with the identity card and replace it if that is the same.</translation>
        </message>
        <message>
            <source>这个字的编码是对的，只是这台电脑没有它的字体。请添加含有它的字体，或画出来。</source>
            <translation>The code of this character is right, only this computer has no font with it. Add such a font, or draw the character.</translation>
        </message>
        <message>
            <source>这个密码可以用。</source>
            <translation>This password will do.</translation>
        </message>
        <message>
            <source>这个文件不是照片。请选择 JPG、PNG 或 BMP 格式的照片。</source>
            <translation>This file is no photo. Please choose a photo in JPG, PNG or BMP format.</translation>
        </message>
        <message>
            <source>这个文件是空的，里面没有照片，请换一个文件。</source>
            <translation>This file is empty, there is no photo in it. Please take another.</translation>
        </message>
        <message>
            <source>这个时段到{day}才结束，现在留存的只到今天为止。</source>
            <translation>The period ends on {day}; what is kept now counts until today.</translation>
        </message>
        <message>
            <source>这个时段没有培训</source>
            <translation>No training in this period</translation>
        </message>
        <message>
            <source>这个时段没有时长</source>
            <translation>No hours in this period</translation>
        </message>
        <message>
            <source>这个时段没有预约</source>
            <translation>No bookings in this time</translation>
        </message>
        <message>
            <source>这个时间空着，可以用。</source>
            <translation>Free at this time.</translation>
        </message>
        <message>
            <source>这个月和以后的</source>
            <translation>This month and later</translation>
        </message>
        <message>
            <source>这个月已经公布，不能直接改；要换人请选中他，点“换班替班”。</source>
            <translation>This month is published and cannot be changed directly; select a person and press “Swap or stand-in”.</translation>
        </message>
        <message>
            <source>这个月每一班一行，日期和值班人已印好，其余留着手写、签字。</source>
            <translation>A line for each shift of the month with day and people printed; the rest is written by hand.</translation>
        </message>
        <message>
            <source>这个月没有人在队里</source>
            <translation>Nobody was in the team this month</translation>
        </message>
        <message>
            <source>这个月没有信息，也没有信息员</source>
            <translation>No slips this month, and no informants</translation>
        </message>
        <message>
            <source>这个月还没有换班和替班</source>
            <translation>No swaps or stand-ins this month yet</translation>
        </message>
        <message>
            <source>这个月还没有排班</source>
            <translation>No shifts this month</translation>
        </message>
        <message>
            <source>这个模板有几种大小，每一种都看一看</source>
            <translation>This template has several sizes; look at each</translation>
        </message>
        <message>
            <source>这个照片文件不完整或已损坏，打不开。请重新复制或下载一次，或换一张照片。</source>
            <translation>This photo is incomplete or damaged and cannot be opened. Copy or download it again, or take another.</translation>
        </message>
        <message>
            <source>这个版本的程序里没有这张表了，请照着下面的内容重新填写。</source>
            <translation>This version has no such form any more; please fill it in again from what is below.</translation>
        </message>
        <message>
            <source>这个编码有 {count} 处，都这样换，以后导入也照此换(&amp;E)</source>
            <translation>This code occurs {count} times; replace all of them, and in later imports too (&amp;E)</translation>
        </message>
        <message>
            <source>这个网格以前叫什么、管哪些楼、是谁负责</source>
            <translation>What this grid was called, which buildings it had and who was responsible</translation>
        </message>
        <message>
            <source>这个网格用到 {day}。</source>
            <translation>This grid ended on {day}.</translation>
        </message>
        <message>
            <source>这个网格的公示栏上还没有人</source>
            <translation>Nobody is on the board of this grid yet</translation>
        </message>
        <message>
            <source>这个网格里没有还没上公示栏的党员。</source>
            <translation>All party members of this grid are on the board already.</translation>
        </message>
        <message>
            <source>这个角色看不到居民资料。能做的事在下面，也在“安全”菜单里。</source>
            <translation>This role sees no people. What you can do is below, and in the menu "Safety".</translation>
        </message>
        <message>
            <source>这些住所还不在任何网格里，选中以后划到一个网格；整栋楼也可以在左边拖到网格上。</source>
            <translation>These homes are in no grid; select them and move them to one. Whole buildings can be dragged to a grid at the left.</translation>
        </message>
        <message>
            <source>这些内容没有列名，橙色的是照内容猜的。请逐列看一下，不对的改过来。</source>
            <translation>These rows have no heads; the orange ones were guessed from the content. Look at every column and correct what is wrong.</translation>
        </message>
        <message>
            <source>这些条件找到的人</source>
            <translation>Those whom these conditions find</translation>
        </message>
        <message>
            <source>这些证明居民委员会不应开具，所以这里没有：</source>
            <translation>A residents' committee must not issue these certificates, so they are not here:</translation>
        </message>
        <message>
            <source>这件信访已经结束，没有可以办理的步骤。</source>
            <translation>This petition has ended; there is no step left.</translation>
        </message>
        <message>
            <source>这件案子将编为 {number}。受理以后不能撤销。</source>
            <translation>The case will get {number}. Acceptance cannot be undone.</translation>
        </message>
        <message>
            <source>这件案子已经作废，没有可以办理的了。</source>
            <translation>This case is void; nothing can be done with it.</translation>
        </message>
        <message>
            <source>这件案子现在是“{stage}”。</source>
            <translation>This case is now “{stage}”.</translation>
        </message>
        <message>
            <source>这份文件会做的改动</source>
            <translation>What this file would change</translation>
        </message>
        <message>
            <source>这份文件已经打完或已经取消，不能再取消。</source>
            <translation>This document is printed or cancelled already and cannot be cancelled any more.</translation>
        </message>
        <message>
            <source>这份文件的内容这里都有了，没有改动。</source>
            <translation>All in this file is here already; nothing changes.</translation>
        </message>
        <message>
            <source>这位居民还没有入户，可以在“编辑”里选择所在的户，或者新建一户。</source>
            <translation>This resident is in no household yet; choose one in “Edit”, or found a new one.</translation>
        </message>
        <message>
            <source>这位邻居有家里的钥匙(&amp;Y)</source>
            <translation>This neighbour has a ke&amp;y to the home</translation>
        </message>
        <message>
            <source>这台打印机不会自己翻面，请选“手动翻面”。</source>
            <translation>This printer does not turn sheets by itself; please choose “Turn by hand”.</translation>
        </message>
        <message>
            <source>这台电脑没有字体，要添加字体或画出来</source>
            <translation>this computer has no font with it; add a font or draw it</translation>
        </message>
        <message>
            <source>这台电脑的字体印不出下面的字，为免印错，先不打印：
</source>
            <translation>No font on this computer can print the following characters. To avoid a wrong name nothing is printed yet:
</translation>
        </message>
        <message>
            <source>这台电脑能印</source>
            <translation>this computer can print it</translation>
        </message>
        <message>
            <source>这处住所还没有登记住户。</source>
            <translation>No household is entered at this home.</translation>
        </message>
        <message>
            <source>这处标注已经不在社区图上，可能刚被撤销或删除。</source>
            <translation>This label is no longer on the picture; it may just have been undone or removed.</translation>
        </message>
        <message>
            <source>这张卡不印，先提醒改短</source>
            <translation>Do not print this card; warn first</translation>
        </message>
        <message>
            <source>这张卡已经退回，不用再退。</source>
            <translation>This card was taken back already.</translation>
        </message>
        <message>
            <source>这张卡现在印不出来：{reason}</source>
            <translation>This card cannot be printed now: {reason}</translation>
        </message>
        <message>
            <source>这张床还没有人住过</source>
            <translation>Nobody has had this bed yet</translation>
        </message>
        <message>
            <source>这张纸前面用掉了几格，就点第一个空格。打叉的格子不印。</source>
            <translation>If slots of this sheet are used up, click the first empty one. Crossed slots are not printed.</translation>
        </message>
        <message>
            <source>这张表是(&amp;K)</source>
            <translation>&amp;Kind of sheet</translation>
        </message>
        <message>
            <source>这张表里填的内容不会保存。</source>
            <translation>What was entered here will not be saved.</translation>
        </message>
        <message>
            <source>这张表里的号码或姓名是遮盖过的（如 138****1234）：{found} 行按露出的几位对上了台账里的人，他们原有的号码不变；{aside} 行对不上，已退回。</source>
            <translation>Numbers or names in this table are masked (such as 138****1234): {found} lines were known by what they show, and their numbers stay as they are; {aside} lines fit nobody and are set aside.</translation>
        </message>
        <message>
            <source>这支队伍现在没有队员，请另选一支。</source>
            <translation>This team has nobody now; please choose another.</translation>
        </message>
        <message>
            <source>这支队伍还没有队员</source>
            <translation>This team has no members yet</translation>
        </message>
        <message>
            <source>这是 {kind} 格式的文件，这里只能用 JPG、PNG 或 BMP 格式的照片。请用看图的程序把它另存为 JPG 再选，或者截图后点“粘贴”。</source>
            <translation>This is a {kind} file; only photos in JPG, PNG or BMP format can be used here. Save it as JPG with a picture program, or copy a screenshot and press “Paste”.</translation>
        </message>
        <message>
            <source>这是到停下时为止最好的排法，离最好最多差 {percent}%，{seconds}。</source>
            <translation>This is the best found until it stopped, at most {percent} % from the best, {seconds}.</translation>
        </message>
        <message>
            <source>这栋楼还没有划入网格。</source>
            <translation>This building belongs to no grid yet.</translation>
        </message>
        <message>
            <source>这次打(&amp;N)</source>
            <translation>Pri&amp;nt now</translation>
        </message>
        <message>
            <source>这次没有量</source>
            <translation>not measured this time</translation>
        </message>
        <message>
            <source>这段时间没有要排的班：要么没有选中的星期几，要么已经排过了。</source>
            <translation>No shift is to be planned in this period: the days of the week do not occur, or have shifts already.</translation>
        </message>
        <message>
            <source>这种卡没有可用的模板，请先在“卡片模板”里做一个。</source>
            <translation>There is no template to use for this kind of card. Please make one under “Card templates” first.</translation>
        </message>
        <message>
            <source>这里只列出前 {shown} 件，请按年份或种类看。</source>
            <translation>Only the first {shown} are listed; choose a year or a kind.</translation>
        </message>
        <message>
            <source>这里只列出前 {shown} 行。</source>
            <translation>Only the first {shown} lines are shown.</translation>
        </message>
        <message>
            <source>这里只列出前 {shown} 行，打印和导出是全部。</source>
            <translation> Only the first {shown} lines are shown; printing and export have all.</translation>
        </message>
        <message>
            <source>这里是多民族居住地区(&amp;Q)</source>
            <translation>Several nationalities live here (&amp;Q)</translation>
        </message>
        <message>
            <source>这里没有个人信息请求</source>
            <translation>There are no requests about personal data</translation>
        </message>
        <message>
            <source>这里没有交接班记录</source>
            <translation>No hand-over records here</translation>
        </message>
        <message>
            <source>这里没有人</source>
            <translation>There is nobody</translation>
        </message>
        <message>
            <source>这里没有代办</source>
            <translation>No matters here</translation>
        </message>
        <message>
            <source>这里没有信息</source>
            <translation>No slips here</translation>
        </message>
        <message>
            <source>这里没有信访</source>
            <translation>No petitions here</translation>
        </message>
        <message>
            <source>这里没有单位</source>
            <translation>No organisations here</translation>
        </message>
        <message>
            <source>这里没有发现的矛盾</source>
            <translation>No disputes found here</translation>
        </message>
        <message>
            <source>这里没有可选的：这一天不用人，或者没有人参加这张值班表。</source>
            <translation>Nothing to choose: nobody is needed on this day, or nobody takes part in this roster.</translation>
        </message>
        <message>
            <source>这里没有守望邻居</source>
            <translation>No neighbours here</translation>
        </message>
        <message>
            <source>这里没有家政服务</source>
            <translation>No home services here</translation>
        </message>
        <message>
            <source>这里没有岗位人员</source>
            <translation>Nobody on a post here</translation>
        </message>
        <message>
            <source>这里没有岗位认领</source>
            <translation>No claims here</translation>
        </message>
        <message>
            <source>这里没有床位</source>
            <translation>No beds here</translation>
        </message>
        <message>
            <source>这里没有建议</source>
            <translation>No suggestions here</translation>
        </message>
        <message>
            <source>这里没有排查记录</source>
            <translation>No sweeps here</translation>
        </message>
        <message>
            <source>这里没有接待日</source>
            <translation>No reception days here</translation>
        </message>
        <message>
            <source>这里没有救助待遇</source>
            <translation>No benefits here</translation>
        </message>
        <message>
            <source>这里没有来访记录</source>
            <translation>No visits here</translation>
        </message>
        <message>
            <source>这里没有活动</source>
            <translation>No events here</translation>
        </message>
        <message>
            <source>这里没有老年人</source>
            <translation>No elders here</translation>
        </message>
        <message>
            <source>这里没有读到可以登记的行。请回上一步看看各列是否对。</source>
            <translation>No row here can be registered. Go back and check the columns.</translation>
        </message>
        <message>
            <source>这里没有走访记录</source>
            <translation>No visits here</translation>
        </message>
        <message>
            <source>这里没有通知</source>
            <translation>No notices here</translation>
        </message>
        <message>
            <source>这里还没有指南或制度</source>
            <translation>No guides or rules here yet</translation>
        </message>
        <message>
            <source>这里还没有结对</source>
            <translation>No pairings yet</translation>
        </message>
        <message>
            <source>进入邻里台(&amp;G)</source>
            <translation>&amp;Go to Linli</translation>
        </message>
        <message>
            <source>进度</source>
            <translation>Stage</translation>
        </message>
        <message>
            <source>连同以前</source>
            <translation>With earlier ones</translation>
        </message>
        <message>
            <source>连同以前 {months} 个月，{words}。</source>
            <translation>With the {months} months before, {words}.</translation>
        </message>
        <message>
            <source>连同后来改过它的 {count} 步一起撤回，从最近的开始(&amp;L)</source>
            <translation>Also take back the {count} &amp;later steps that changed it, latest first</translation>
        </message>
        <message>
            <source>连着印</source>
            <translation>Without breaks</translation>
        </message>
        <message>
            <source>退出</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>退出(&amp;Q)</source>
            <translation>&amp;Quit</translation>
        </message>
        <message>
            <source>退回待印(&amp;B)</source>
            <translation>Put &amp;back to waiting</translation>
        </message>
        <message>
            <source>退回的 {count} 行还没有登记。退回表是原表的副本，有问题的格子标成红色并写明原因；改好后再导入一次即可，已登记的人不会重复。</source>
            <translation>The {count} returned rows are not registered yet. The workbook is a copy of yours with the wrong cells in red and the reasons beside them. Mend it and import it again; nobody is registered twice.</translation>
        </message>
        <message>
            <source>退回的原因：{reasons}。这些行不会丢，导入后可以保存成标红的表格带回去核对。</source>
            <translation>Reasons for returning: {reasons}. These rows are not lost; after the import save them as a workbook with red cells.</translation>
        </message>
        <message>
            <source>退回的行</source>
            <translation>Returned rows</translation>
        </message>
        <message>
            <source>退回表_{name}.xlsx</source>
            <translation>returned_{name}.xlsx</translation>
        </message>
        <message>
            <source>退回表已保存。</source>
            <translation>The returned rows were saved.</translation>
        </message>
        <message>
            <source>退回重填</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>适合窗口</source>
            <translation>Fit the window</translation>
        </message>
        <message>
            <source>适用</source>
            <translation>Holds</translation>
        </message>
        <message>
            <source>适用到哪天(&amp;J)</source>
            <translation>Holds until (&amp;J)</translation>
        </message>
        <message>
            <source>逆时针转 {degrees} 度</source>
            <translation>turned {degrees} degrees anticlockwise</translation>
        </message>
        <message>
            <source>选“是”时按工作日的人数</source>
            <translation>With “yes”, as many as on working days</translation>
        </message>
        <message>
            <source>选“转为案件”的，保存以后在“发现的矛盾”里点一下就登记</source>
            <translation>With “make it a case”, one click in “Disputes found” registers it after saving</translation>
        </message>
        <message>
            <source>选一个备份文件</source>
            <translation>Choose a backup file</translation>
        </message>
        <message>
            <source>选一个备份，输入做备份时的密码或恢复码。插着的U盘上的备份也在下面。</source>
            <translation>Choose a backup and type the password of that time or the recovery code. Backups on a plugged-in stick are listed too.</translation>
        </message>
        <message>
            <source>选一位居民…</source>
            <translation>Choose a resident…</translation>
        </message>
        <message>
            <source>选一张有这个字的图片</source>
            <translation>Choose a picture of this character</translation>
        </message>
        <message>
            <source>选一栋楼打出走访单带着走，回来把编号打在上面，一行一行录进来。</source>
            <translation>Choose a building, print its walk sheet and take it along; back again type its number and enter line by line.</translation>
        </message>
        <message>
            <source>选一栋，写姓名，按回车写电话，再按回车到下一栋。清空姓名就是空缺。</source>
            <translation>Choose a building, type the name, Enter, the phone, Enter again for the next. An empty name means vacant.</translation>
        </message>
        <message>
            <source>选一种，按回车起草。无犯罪记录等 {count} 种证明社区不能开，这里没有。</source>
            <translation>Choose a kind and press Enter. {count} kinds of certificates, such as no criminal record, are not the community's to issue.</translation>
        </message>
        <message>
            <source>选中一个人，按 Ctrl+P。有打印机就点“打印”，没有就点“保存为 PDF”，然后按 Esc 关上。</source>
            <translation>Choose somebody and press Ctrl+P. With a printer press “Print”, else “Save as PDF”, then Esc.</translation>
        </message>
        <message>
            <source>选中两位居民，对照后可以合并</source>
            <translation>Select two residents; compared, they can be merged</translation>
        </message>
        <message>
            <source>选中了 {count} 个元素</source>
            <translation>{count} elements selected</translation>
        </message>
        <message>
            <source>选中的</source>
            <translation>Selected</translation>
        </message>
        <message>
            <source>选中的 {count} 位居民</source>
            <translation>the {count} selected residents</translation>
        </message>
        <message>
            <source>选中的 {count} 张为什么要重新打？</source>
            <translation>Why are the {count} selected cards printed again?</translation>
        </message>
        <message>
            <source>选中的 {count} 张重新打(&amp;R)…</source>
            <translation>P&amp;rint {count} selected again…</translation>
        </message>
        <message>
            <source>选中的 {count} 项继续保存，到期再审查。理由和决定人会记下来。</source>
            <translation>The {count} chosen are kept and reviewed again when due. Reason and who decided are recorded.</translation>
        </message>
        <message>
            <source>选中的不打(&amp;X)</source>
            <translation>Leave out the selected (&amp;X)</translation>
        </message>
        <message>
            <source>选中的人有 {count} 位，一次最多复制 {limit} 位。</source>
            <translation>{count} people are selected; at most {limit} can be copied at once.</translation>
        </message>
        <message>
            <source>选中的结对都已结束，或户里没有人了，没有卡可打。</source>
            <translation>All selected pairings have ended, or nobody is left in the household: there are no cards to print.</translation>
        </message>
        <message>
            <source>选中的网格里还没有居民，没有卡可打。</source>
            <translation>Nobody is recorded in the selected grids yet, so there are no cards to print.</translation>
        </message>
        <message>
            <source>选中的都已经归还。</source>
            <translation>All selected are returned.</translation>
        </message>
        <message>
            <source>选中的重新打(&amp;R)…</source>
            <translation>P&amp;rint the selected again…</translation>
        </message>
        <message>
            <source>选了几个时</source>
            <translation>When several are chosen</translation>
        </message>
        <message>
            <source>选了就同时约好场地，活动改时间，预约跟着改</source>
            <translation>Books the venue as well; when the event moves, the booking moves too</translation>
        </message>
        <message>
            <source>选了居民可以不填，用资料里的电话</source>
            <translation>Need not be filled for a resident; the record's phone is used</translation>
        </message>
        <message>
            <source>选了，材料和日期自动填上</source>
            <translation>Chosen, materials and day are filled in</translation>
        </message>
        <message>
            <source>选备份盘</source>
            <translation>Choose the backup stick</translation>
        </message>
        <message>
            <source>选好场地，填好日期和时间，这里马上告诉您空不空</source>
            <translation>Choose venue, day and time: here it says at once whether it is free</translation>
        </message>
        <message>
            <source>选定(&amp;S)</source>
            <translation>&amp;Select</translation>
        </message>
        <message>
            <source>选居民(&amp;R)…</source>
            <translation>Choose &amp;residents…</translation>
        </message>
        <message>
            <source>选居民加入</source>
            <translation>Add residents</translation>
        </message>
        <message>
            <source>选居民加入(&amp;R)…</source>
            <translation>Add &amp;residents…</translation>
        </message>
        <message>
            <source>选择…</source>
            <translation>Choose…</translation>
        </message>
        <message>
            <source>选择列(&amp;L)…</source>
            <translation>Choose co&amp;lumns…</translation>
        </message>
        <message>
            <source>选择单位</source>
            <translation>Choose an organisation</translation>
        </message>
        <message>
            <source>选择发给谁…</source>
            <translation>Choose recipients…</translation>
        </message>
        <message>
            <source>选择图片</source>
            <translation>Choose a picture</translation>
        </message>
        <message>
            <source>选择字体文件</source>
            <translation>Choose a font file</translation>
        </message>
        <message>
            <source>选择对方电脑做的文件</source>
            <translation>Choose the file made by the other computer</translation>
        </message>
        <message>
            <source>选择对方电脑的钥匙文件</source>
            <translation>Choose the key file of the other computer</translation>
        </message>
        <message>
            <source>选择居民</source>
            <translation>Choose resident</translation>
        </message>
        <message>
            <source>选择居民(&amp;K)…</source>
            <translation>Choose resident (&amp;K)…</translation>
        </message>
        <message>
            <source>选择居民，可连续选几位</source>
            <translation>Choose residents, several if you like</translation>
        </message>
        <message>
            <source>选择当事人</source>
            <translation>Choose parties</translation>
        </message>
        <message>
            <source>选择户</source>
            <translation>Choose household</translation>
        </message>
        <message>
            <source>选择户(&amp;H)…</source>
            <translation>Choose &amp;household…</translation>
        </message>
        <message>
            <source>选择户(&amp;K)…</source>
            <translation>Choose household (&amp;K)…</translation>
        </message>
        <message>
            <source>选择文件…</source>
            <translation>Choose file…</translation>
        </message>
        <message>
            <source>选择照片</source>
            <translation>Choose a photo</translation>
        </message>
        <message>
            <source>选择要导入的台账</source>
            <translation>Choose the ledger to import</translation>
        </message>
        <message>
            <source>选择颜色</source>
            <translation>Choose a colour</translation>
        </message>
        <message>
            <source>选项</source>
            <translation>Choice</translation>
        </message>
        <message>
            <source>选项(&amp;C)</source>
            <translation>&amp;Choices</translation>
        </message>
        <message>
            <source>逐户（逐人）印</source>
            <translation>For each household (person)</translation>
        </message>
        <message>
            <source>通知</source>
            <translation>Notices</translation>
        </message>
        <message>
            <source>通知(&amp;N)…</source>
            <translation>&amp;Notices…</translation>
        </message>
        <message>
            <source>通知模板</source>
            <translation>Notice templates</translation>
        </message>
        <message>
            <source>通知签收表</source>
            <translation>Sign-off sheet of a notice</translation>
        </message>
        <message>
            <source>遇到放假(&amp;H)</source>
            <translation>On a &amp;holiday</translation>
        </message>
        <message>
            <source>遗失</source>
            <translation>Lost</translation>
        </message>
        <message>
            <source>避</source>
            <translation>–</translation>
        </message>
        <message>
            <source>那一天那一班不用人，放不下。</source>
            <translation>That shift needs nobody on that day; it cannot go there.</translation>
        </message>
        <message>
            <source>那一格锁定了；要动请先按空格解锁。</source>
            <translation>That cell is locked; press Space to unlock it first.</translation>
        </message>
        <message>
            <source>那是纸放反了面：请把整叠纸翻个面（有字的一面朝另一边），重新印两张试试。</source>
            <translation>The paper was loaded with the wrong side. Turn the whole stack so that the printed side faces the other way, and try two new sheets.</translation>
        </message>
        <message>
            <source>邻居住址</source>
            <translation>Neighbour's address</translation>
        </message>
        <message>
            <source>邻居有钥匙的</source>
            <translation>With a key</translation>
        </message>
        <message>
            <source>邻居没有电话的</source>
            <translation>Without a phone</translation>
        </message>
        <message>
            <source>邻居电话</source>
            <translation>Neighbour's phone</translation>
        </message>
        <message>
            <source>邻居电话(&amp;T)</source>
            <translation>Neighbour's phone (&amp;T)</translation>
        </message>
        <message>
            <source>邻里(&amp;N)…</source>
            <translation>&amp;Neighbours…</translation>
        </message>
        <message>
            <source>邻里台</source>
            <translation>Linli</translation>
        </message>
        <message>
            <source>邻里台恢复码.pdf</source>
            <translation>linli-recovery-code.pdf</translation>
        </message>
        <message>
            <source>邻里台问题报告 {at}.zip</source>
            <translation>Linli problem report {at}.zip</translation>
        </message>
        <message>
            <source>邻里守望</source>
            <translation>Neighbour watch</translation>
        </message>
        <message>
            <source>邻里守望(&amp;N)…</source>
            <translation>&amp;Neighbour watch…</translation>
        </message>
        <message>
            <source>邻里守望联系表</source>
            <translation>Neighbour watch: contacts</translation>
        </message>
        <message>
            <source>部件 {parts}</source>
            <translation>components {parts}</translation>
        </message>
        <message>
            <source>部件、拼音、笔画或编码</source>
            <translation>Components, pinyin, strokes or code</translation>
        </message>
        <message>
            <source>部件只是大致相符</source>
            <translation>the components fit only roughly</translation>
        </message>
        <message>
            <source>部分</source>
            <translation>Part</translation>
        </message>
        <message>
            <source>都不选就是不限</source>
            <translation>None selected means any</translation>
        </message>
        <message>
            <source>都对了。以后手动双面就照这样放纸。</source>
            <translation>All correct. Load the paper like this whenever you turn it by hand.</translation>
        </message>
        <message>
            <source>都换成新的(&amp;T)</source>
            <translation>&amp;Take all new ones</translation>
        </message>
        <message>
            <source>都退回待印了，请再打一次。</source>
            <translation>All are back to waiting; please print once more.</translation>
        </message>
        <message>
            <source>配偶出生日期</source>
            <translation>Spouse's date of birth</translation>
        </message>
        <message>
            <source>配偶姓名（一行两人）</source>
            <translation>Spouse's name (two people in a row)</translation>
        </message>
        <message>
            <source>配偶电话</source>
            <translation>Spouse's phone</translation>
        </message>
        <message>
            <source>配偶证件号码</source>
            <translation>Spouse's document number</translation>
        </message>
        <message>
            <source>配色</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>采用</source>
            <translation>Take</translation>
        </message>
        <message>
            <source>里面发现的 {count} 件一起删除。可以按 Ctrl+Z 撤销。</source>
            <translation>The {count} disputes found go with it. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>里面有</source>
            <translation>Holds</translation>
        </message>
        <message>
            <source>重做(&amp;R)</source>
            <translation>&amp;Redo</translation>
        </message>
        <message>
            <source>重做(&amp;R)：{step}</source>
            <translation>&amp;Redo: {step}</translation>
        </message>
        <message>
            <source>重做(&amp;Y)</source>
            <translation>Redo (&amp;Y)</translation>
        </message>
        <message>
            <source>重号，改号</source>
            <translation>Number taken, renumbered</translation>
        </message>
        <message>
            <source>重复人员</source>
            <translation>Duplicates</translation>
        </message>
        <message>
            <source>重复人员(&amp;C)…</source>
            <translation>Dupli&amp;cates…</translation>
        </message>
        <message>
            <source>重复信访</source>
            <translation>Repeated</translation>
        </message>
        <message>
            <source>重复信访：这位以前来过 {count} 次。</source>
            <translation>Repeated petition: this person came {count} times before.</translation>
        </message>
        <message>
            <source>重新打印</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>重新打开</source>
            <translation>Open again</translation>
        </message>
        <message>
            <source>重新打开(&amp;E)</source>
            <translation>R&amp;eopen</translation>
        </message>
        <message>
            <source>重新排列</source>
            <translation>Lay out anew</translation>
        </message>
        <message>
            <source>重新排列(&amp;R)…</source>
            <translation>Lay out anew (&amp;R)…</translation>
        </message>
        <message>
            <source>重新查找(&amp;F)</source>
            <translation>&amp;Find again</translation>
        </message>
        <message>
            <source>重新查找打印机</source>
            <translation>Look for printers again</translation>
        </message>
        <message>
            <source>重新查找打印机（F5）</source>
            <translation>Look for printers again (F5)</translation>
        </message>
        <message>
            <source>重新裁剪…</source>
            <translation>Crop again…</translation>
        </message>
        <message>
            <source>重点管理</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>重画(&amp;D)…</source>
            <translation>Re&amp;draw…</translation>
        </message>
        <message>
            <source>重设“{name}”的密码</source>
            <translation>Reset the password of "{name}"</translation>
        </message>
        <message>
            <source>重设密码(&amp;P)…</source>
            <translation>Reset &amp;password…</translation>
        </message>
        <message>
            <source>金额</source>
            <translation>Amount</translation>
        </message>
        <message>
            <source>金额(&amp;A)</source>
            <translation>&amp;Amount</translation>
        </message>
        <message>
            <source>金额(&amp;Y)</source>
            <translation>Amount (&amp;Y)</translation>
        </message>
        <message>
            <source>钥匙</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>钥匙码(&amp;K)</source>
            <translation>&amp;Key code</translation>
        </message>
        <message>
            <source>链头：{head}</source>
            <translation>Head: {head}</translation>
        </message>
        <message>
            <source>锁定</source>
            <translation>Locking</translation>
        </message>
        <message>
            <source>锁定(&amp;L)</source>
            <translation>&amp;Lock</translation>
        </message>
        <message>
            <source>锁定的没有去掉；要去掉请先按空格解锁。</source>
            <translation>Locked ones were not removed; press Space to unlock them first.</translation>
        </message>
        <message>
            <source>门口公示：一周</source>
            <translation>Door notice: a week</translation>
        </message>
        <message>
            <source>门口公示：一天</source>
            <translation>Door notice: a day</translation>
        </message>
        <message>
            <source>门牌</source>
            <translation>Door number</translation>
        </message>
        <message>
            <source>门牌上怎么写，这里就怎么写。</source>
            <translation>As it stands on the door.</translation>
        </message>
        <message>
            <source>问几个问题，打印出来发给居民，收回后录入，满意的占多少就在这里。</source>
            <translation>Ask a few questions, print them for the residents and enter what comes back; how many are content is then shown here.</translation>
        </message>
        <message>
            <source>问卷</source>
            <translation>Survey</translation>
        </message>
        <message>
            <source>问卷(&amp;S)…</source>
            <translation>&amp;Surveys…</translation>
        </message>
        <message>
            <source>问题</source>
            <translation>Problem</translation>
        </message>
        <message>
            <source>问题报告</source>
            <translation>Problem reports</translation>
        </message>
        <message>
            <source>问题报告(&amp;W)…</source>
            <translation>Problem reports (&amp;W)…</translation>
        </message>
        <message>
            <source>问题报告已存好。</source>
            <translation>The problem reports were saved.</translation>
        </message>
        <message>
            <source>问题报告里的文件</source>
            <translation>Files in the problem report</translation>
        </message>
        <message>
            <source>间</source>
            <translation>Rooms</translation>
        </message>
        <message>
            <source>间数</source>
            <translation>Rooms</translation>
        </message>
        <message>
            <source>队伍</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>队伍(&amp;T)</source>
            <translation>&amp;Team</translation>
        </message>
        <message>
            <source>队伍(&amp;T)…</source>
            <translation>&amp;Teams…</translation>
        </message>
        <message>
            <source>队伍一览表</source>
            <translation>Teams</translation>
        </message>
        <message>
            <source>队员</source>
            <translation>Members</translation>
        </message>
        <message>
            <source>队员(&amp;M)…</source>
            <translation>&amp;Members…</translation>
        </message>
        <message>
            <source>队员来源</source>
            <translation>Sources of members</translation>
        </message>
        <message>
            <source>队员来源(&amp;K)…</source>
            <translation>Sources of members (&amp;K)…</translation>
        </message>
        <message>
            <source>队长</source>
            <translation>Leader</translation>
        </message>
        <message>
            <source>附件</source>
            <translation>Attachment</translation>
        </message>
        <message>
            <source>附件（{kind}）</source>
            <translation>Attachment ({kind})</translation>
        </message>
        <message>
            <source>随时</source>
            <translation>At any time</translation>
        </message>
        <message>
            <source>随时都能用的留空</source>
            <translation>Empty for at any time</translation>
        </message>
        <message>
            <source>随楼栋一起转过去的岗位：{posts}。</source>
            <translation>Posts that go along with their buildings: {posts}.</translation>
        </message>
        <message>
            <source>随网格撤销而结束的岗位：{posts}。</source>
            <translation>Posts that end with the grid: {posts}.</translation>
        </message>
        <message>
            <source>隐去中间几位（推荐）</source>
            <translation>Middle digits hidden (recommended)</translation>
        </message>
        <message>
            <source>隐藏号码(&amp;V)</source>
            <translation>Hide numbers (&amp;V)</translation>
        </message>
        <message>
            <source>集体户</source>
            <translation>Collective</translation>
        </message>
        <message>
            <source>集结</source>
            <translation>Call-out</translation>
        </message>
        <message>
            <source>集结名单(&amp;L)…</source>
            <translation>Call-out &amp;list…</translation>
        </message>
        <message>
            <source>集结用时(&amp;U)</source>
            <translation>Min&amp;utes to gather</translation>
        </message>
        <message>
            <source>集结通知(&amp;K)</source>
            <translation>Call went out (&amp;K)</translation>
        </message>
        <message>
            <source>需要</source>
            <translation>Needed</translation>
        </message>
        <message>
            <source>需要几人(&amp;W)</source>
            <translation>People needed (&amp;W)</translation>
        </message>
        <message>
            <source>需要照看的老人或居民</source>
            <translation>the elder or resident who needs looking after</translation>
        </message>
        <message>
            <source>靠上</source>
            <translation>Top</translation>
        </message>
        <message>
            <source>靠下</source>
            <translation>Bottom</translation>
        </message>
        <message>
            <source>靠右</source>
            <translation>Right</translation>
        </message>
        <message>
            <source>靠左</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>面</source>
            <translation>Sides</translation>
        </message>
        <message>
            <source>面值(&amp;M)</source>
            <translation>Value (&amp;M)</translation>
        </message>
        <message>
            <source>面值（元）</source>
            <translation>Value (yuan)</translation>
        </message>
        <message>
            <source>页号</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>页数</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>页面</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>项目</source>
            <translation>Field</translation>
        </message>
        <message>
            <source>顺序号(&amp;N)</source>
            <translation>Figures of the suffix (&amp;N)</translation>
        </message>
        <message>
            <source>顺时针转 {degrees} 度</source>
            <translation>turned {degrees} degrees clockwise</translation>
        </message>
        <message>
            <source>预案</source>
            <translation>Emergency plan</translation>
        </message>
        <message>
            <source>预案(&amp;T)</source>
            <translation>Emergency plan (&amp;T)</translation>
        </message>
        <message>
            <source>预案名称(&amp;A)</source>
            <translation>N&amp;ame of the plan</translation>
        </message>
        <message>
            <source>预约(&amp;N)…</source>
            <translation>Book (&amp;N)…</translation>
        </message>
        <message>
            <source>预约场地</source>
            <translation>Book a venue</translation>
        </message>
        <message>
            <source>预约清单</source>
            <translation>List of bookings</translation>
        </message>
        <message>
            <source>预约清单(&amp;L)…</source>
            <translation>&amp;List of bookings…</translation>
        </message>
        <message>
            <source>预览取消了，请再选一次。</source>
            <translation>The preview was cancelled; please choose again.</translation>
        </message>
        <message>
            <source>预览和打印(&amp;S)…</source>
            <translation>Preview and print (&amp;S)…</translation>
        </message>
        <message>
            <source>预计离开</source>
            <translation>Leaves about</translation>
        </message>
        <message>
            <source>预计离开日期</source>
            <translation>Expected to leave</translation>
        </message>
        <message>
            <source>预防</source>
            <translation>Prevented</translation>
        </message>
        <message>
            <source>领取人(&amp;L)</source>
            <translation>Received by (&amp;L)</translation>
        </message>
        <message>
            <source>领用人</source>
            <translation>Held by</translation>
        </message>
        <message>
            <source>领用和归还(&amp;L)…</source>
            <translation>Issue and return (&amp;L)…</translation>
        </message>
        <message>
            <source>题数</source>
            <translation>Questions</translation>
        </message>
        <message>
            <source>题目</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>题目(&amp;N)</source>
            <translation>Questio&amp;n</translation>
        </message>
        <message>
            <source>题目(&amp;Q)</source>
            <translation>&amp;Questions</translation>
        </message>
        <message>
            <source>颜色</source>
            <translation>Colour</translation>
        </message>
        <message>
            <source>首次登录要改密码</source>
            <translation>Password must be changed at first sign-in</translation>
        </message>
        <message>
            <source>首问责任人</source>
            <translation>First person asked</translation>
        </message>
        <message>
            <source>首问责任人(&amp;W)</source>
            <translation>First person asked (&amp;W)</translation>
        </message>
        <message>
            <source>高</source>
            <translation>Height</translation>
        </message>
        <message>
            <source>高(&amp;G)</source>
            <translation>Hei&amp;ght</translation>
        </message>
        <message>
            <source>高(&amp;H)</source>
            <translation>&amp;Height</translation>
        </message>
        <message>
            <source>高对比度外观(&amp;H)</source>
            <translation>&amp;High contrast</translation>
        </message>
        <message>
            <source>（{note}）</source>
            <translation>({note})</translation>
        </message>
        <message>
            <source>（{which}）</source>
            <translation> ({which})</translation>
        </message>
        <message>
            <source>（不限）</source>
            <translation>(any)</translation>
        </message>
        <message>
            <source>（前任）</source>
            <translation>(former) </translation>
        </message>
        <message>
            <source>（单位）</source>
            <translation>(organisation)</translation>
        </message>
        <message>
            <source>（只列出前 {count} 个，再写一个部件会更准）</source>
            <translation>(only the first {count} are shown; another component narrows it down)</translation>
        </message>
        <message>
            <source>（居民）</source>
            <translation>(resident)</translation>
        </message>
        <message>
            <source>（已删除）</source>
            <translation>(deleted)</translation>
        </message>
        <message>
            <source>（已领）</source>
            <translation>(has some)</translation>
        </message>
        <message>
            <source>（推算）</source>
            <translation> (estimated)</translation>
        </message>
        <message>
            <source>（现在 {count}）</source>
            <translation> (now {count})</translation>
        </message>
        <message>
            <source>（空床）</source>
            <translation>(free)</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>（第 {count} 次）</source>
            <translation> (visit no. {count})</translation>
        </message>
        <message>
            <source>（第 {n} 列，没有列名）</source>
            <translation>(column {n}, no name)</translation>
        </message>
        <message>
            <source>（要 {least} 到 {most} 个）</source>
            <translation> (needs {least} to {most})</translation>
        </message>
        <message>
            <source>（这一年的放假安排还没有公布）</source>
            <translation> (holidays of that year are not announced yet)</translation>
        </message>
        <message>
            <source>（这张卡不印）{what}</source>
            <translation>(not printed on this card) {what}</translation>
        </message>
        <message>
            <source>（遮住 {count} 位）</source>
            <translation> ({count} masked)</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>，一周最多 {hours} 小时</source>
            <translation>, at most {hours} hours a week</translation>
        </message>
        <message>
            <source>，从第 {slot} 格起</source>
            <translation>, from slot {slot}</translation>
        </message>
        <message>
            <source>，其中超期 {late} 项</source>
            <translation>, {late} of them overdue</translation>
        </message>
        <message>
            <source>，已延长</source>
            <translation>, extended</translation>
        </message>
        <message>
            <source>，并入{grid}</source>
            <translation>, joined into {grid}</translation>
        </message>
        <message>
            <source>，提示 {count} 处</source>
            <translation>, {count} remarks</translation>
        </message>
        <message>
            <source>，没有来 {count} 人</source>
            <translation>, {count} absent</translation>
        </message>
        <message>
            <source>，疑难复杂</source>
            <translation>, difficult</translation>
        </message>
        <message>
            <source>，等 {count} 处</source>
            <translation>, {count} in all</translation>
        </message>
        <message>
            <source>，还有 {count} 人</source>
            <translation>, and {count} more</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>；{count} 人不发卡</source>
            <translation>; {count} people get no card</translation>
        </message>
        <message>
            <source>；不在人员名单里的 {count} 人不记</source>
            <translation>; {count} not among the people are not recorded</translation>
        </message>
        <message>
            <source>；其余 {count} 张留着以后打</source>
            <translation>; the other {count} are kept for later</translation>
        </message>
    </context>
</TS>
