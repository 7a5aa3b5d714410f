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
            <source>A4 纸十张一页，带裁切线</source>
            <translation>Ten on A4 with crop marks</translation>
        </message>
        <message>
            <source>Alt+字母</source>
            <translation>Alt+letter</translation>
        </message>
        <message>
            <source>Excel 工作簿 (*.xlsx)</source>
            <translation>Excel workbook (*.xlsx)</translation>
        </message>
        <message>
            <source>PDF 文件 (*.pdf)</source>
            <translation>PDF file (*.pdf)</translation>
        </message>
        <message>
            <source>{age} 岁</source>
            <translation>{age} years</translation>
        </message>
        <message>
            <source>{building}还没有划入网格，点一下加入</source>
            <translation>{building} belongs to no grid yet; click to add it</translation>
        </message>
        <message>
            <source>{count} 人</source>
            <translation>{count} people</translation>
        </message>
        <message>
            <source>{count} 张卡的住所还没有归入网格。</source>
            <translation>The dwellings of {count} cards belong to no grid yet.</translation>
        </message>
        <message>
            <source>{count} 间</source>
            <translation>{count} rooms</translation>
        </message>
        <message>
            <source>{days} 天前</source>
            <translation>{days} days ago</translation>
        </message>
        <message>
            <source>{day} 星期{weekday}</source>
            <translation>{day}, weekday {weekday}</translation>
        </message>
        <message>
            <source>{grids}还没有登记网格长和联络员，可在“网格”页填。</source>
            <translation>{grids}: no leader and liaison yet; add them on the Grids page.</translation>
        </message>
        <message>
            <source>{hall} - 邻里台</source>
            <translation>{hall} - Linli</translation>
        </message>
        <message>
            <source>{holder}：“{text}”中的 {code}</source>
            <translation>{holder}: {code} in “{text}”</translation>
        </message>
        <message>
            <source>{name}与户主的关系</source>
            <translation>Relation of {name} to the head</translation>
        </message>
        <message>
            <source>{name}的历史</source>
            <translation>History of {name}</translation>
        </message>
        <message>
            <source>{name}（{rows} 行）</source>
            <translation>{name} ({rows} rows)</translation>
        </message>
        <message>
            <source>{name}（不导入）</source>
            <translation>{name} (not imported)</translation>
        </message>
        <message>
            <source>{person}的{label}采用</source>
            <translation>{label} of {person}: take</translation>
        </message>
        <message>
            <source>{reason} {count} 行</source>
            <translation>{reason}: {count} rows</translation>
        </message>
        <message>
            <source>{residents} 人 · {households} 户 · 流动人口 {floating} 人 · 出租房屋 {rentals} 户</source>
            <translation>{residents} people · {households} households · {floating} floating · {rentals} rented dwellings</translation>
        </message>
        <message>
            <source>{sheet} 第 {row} 行</source>
            <translation>{sheet}, row {row}</translation>
        </message>
        <message>
            <source>“{head}”登记为</source>
            <translation>“{head}” registered as</translation>
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
            <source>“{text}”不在可选项里，请从列表中选择。</source>
            <translation>“{text}” is not one of the choices. Please choose from the list.</translation>
        </message>
        <message>
            <source>“{text}”不是数字，请填 0、1、2 这样的数。</source>
            <translation>“{text}” is no number; enter 0, 1, 2 and so on.</translation>
        </message>
        <message>
            <source>“{text}”这一行不完整，请补全名称和号码，或去掉这一行。</source>
            <translation>“{text}” is not complete. Enter name and number, or remove the line.</translation>
        </message>
        <message>
            <source>一张卡一页（卡片大小的纸）</source>
            <translation>One card a page (paper of card size)</translation>
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
            <source>上一步(&amp;P)</source>
            <translation>&amp;Previous</translation>
        </message>
        <message>
            <source>上报材料</source>
            <translation>Reporting</translation>
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
            <source>下次核查日期</source>
            <translation>Next review</translation>
        </message>
        <message>
            <source>不保存(&amp;N)</source>
            <translation>Do&amp;n't save</translation>
        </message>
        <message>
            <source>不入户</source>
            <translation>No household</translation>
        </message>
        <message>
            <source>不再录入，去看已登记的“{name}”？</source>
            <translation>Stop here and look at “{name}”, who is registered?</translation>
        </message>
        <message>
            <source>不发卡：{name}（{reason}）</source>
            <translation>No card: {name} ({reason})</translation>
        </message>
        <message>
            <source>不导入</source>
            <translation>Not imported</translation>
        </message>
        <message>
            <source>不用鼠标也能做完所有的事。</source>
            <translation>Everything can be done without the mouse.</translation>
        </message>
        <message>
            <source>不能全部分出去，至少要留下一人。要全户搬走请用“移居”。</source>
            <translation>Not everybody can be split off; one must stay. To move the whole household, change its address.</translation>
        </message>
        <message>
            <source>与住址不同时填写</source>
            <translation>if it differs from the address</translation>
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
            <source>与户主关系</source>
            <translation>Relation to head</translation>
        </message>
        <message>
            <source>与户主关系(&amp;R)</source>
            <translation>&amp;Relation to head</translation>
        </message>
        <message>
            <source>与窗口同宽（0）</source>
            <translation>Fit the width (0)</translation>
        </message>
        <message>
            <source>两次输入的密码不一样，请重新输入。</source>
            <translation>The two passwords differ. Please type them again.</translation>
        </message>
        <message>
            <source>个人资料</source>
            <translation>Personal data</translation>
        </message>
        <message>
            <source>临时管理</source>
            <translation>Temporary</translation>
        </message>
        <message>
            <source>为什么要看完整号码？</source>
            <translation>Why are the full numbers needed?</translation>
        </message>
        <message>
            <source>为什么退回</source>
            <translation>Why returned</translation>
        </message>
        <message>
            <source>也可以按 Ctrl 和 + 或 - 调整。</source>
            <translation>Ctrl with + or - does it too.</translation>
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
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>今天 {time}</source>
            <translation>today {time}</translation>
        </message>
        <message>
            <source>仍住原址就不用改。</source>
            <translation>Leave it if they stay.</translation>
        </message>
        <message>
            <source>从居民中选(&amp;L)…</source>
            <translation>Choose from residents (&amp;L)…</translation>
        </message>
        <message>
            <source>从现有的表格（xlsx、xls、csv）导入居民</source>
            <translation>Import residents from a table you already have (xlsx, xls, csv)</translation>
        </message>
        <message>
            <source>会 {skill}</source>
            <translation>can do {skill}</translation>
        </message>
        <message>
            <source>位置</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>位置：{path}</source>
            <translation>Place: {path}</translation>
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
            <source>住址和住在那里的人不变，只去掉出租的登记。可以按 Ctrl+Z 撤销。</source>
            <translation>The address and those who live there stay; only the letting is removed. Ctrl+Z takes it back.</translation>
        </message>
        <message>
            <source>住址（整串）</source>
            <translation>Address (one string)</translation>
        </message>
        <message>
            <source>住房</source>
            <translation>Housing</translation>
        </message>
        <message>
            <source>住所类型</source>
            <translation>Housing</translation>
        </message>
        <message>
            <source>作废(&amp;W)…</source>
            <translation>&amp;Withdraw…</translation>
        </message>
        <message>
            <source>作废只是登记这张卡不再有效；补打时还用原来的卡号。</source>
            <translation>Withdrawing only records that this card is no longer valid; a reprint keeps the card's number.</translation>
        </message>
        <message>
            <source>作用</source>
            <translation>What it does</translation>
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
            <source>保存恢复码</source>
            <translation>Save the recovery code</translation>
        </message>
        <message>
            <source>保存联系卡</source>
            <translation>Save contact cards</translation>
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
            <source>保留原来的</source>
            <translation>Keep what is registered</translation>
        </message>
        <message>
            <source>修改</source>
            <translation>Change</translation>
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
            <source>修改记录</source>
            <translation>History of changes</translation>
        </message>
        <message>
            <source>修改记录(&amp;1)</source>
            <translation>History of changes(&amp;1)</translation>
        </message>
        <message>
            <source>修改记录(&amp;H)</source>
            <translation>&amp;History of changes</translation>
        </message>
        <message>
            <source>修改还没有保存。要保存吗？</source>
            <translation>The changes are not saved. Save them?</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>先略过这些人(&amp;K)</source>
            <translation>Leave these people out (&amp;K)</translation>
        </message>
        <message>
            <source>入已有的户</source>
            <translation>Existing household</translation>
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
            <source>全部在住居民</source>
            <translation>All present residents</translation>
        </message>
        <message>
            <source>全部改用表里的(&amp;T)</source>
            <translation>&amp;Take everything from the sheet</translation>
        </message>
        <message>
            <source>全部标签</source>
            <translation>All tags</translation>
        </message>
        <message>
            <source>全部网格</source>
            <translation>All grids</translation>
        </message>
        <message>
            <source>共 {cards} 张卡，{pages} 页</source>
            <translation>{cards} cards, {pages} pages</translation>
        </message>
        <message>
            <source>共 {count} 个网格</source>
            <translation>{count} grids</translation>
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
            <source>共 {count} 处修改，最近的在前。证件号码和电话不完整显示。</source>
            <translation>{count} changes, the latest first. Document numbers and phones are not shown in full.</translation>
        </message>
        <message>
            <source>共 {count} 次发卡，最近的在前。</source>
            <translation>{count} cards issued, the latest first.</translation>
        </message>
        <message>
            <source>共 {homes} 户 {rooms} 间 {people} 人</source>
            <translation>{homes} dwellings, {rooms} rooms, {people} people</translation>
        </message>
        <message>
            <source>关爱标签</source>
            <translation>Care tags</translation>
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
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>其他证件</source>
            <translation>Other documents</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Content</translation>
        </message>
        <message>
            <source>内容已变，宜换卡</source>
            <translation>Content changed, renew</translation>
        </message>
        <message>
            <source>再打印一次(&amp;P)</source>
            <translation>&amp;Print once more</translation>
        </message>
        <message>
            <source>再输一次(&amp;R)</source>
            <translation>&amp;Repeat it</translation>
        </message>
        <message>
            <source>几栋楼之间用顿号隔开；以后登记到这些楼里的住户会自动归入本网格。</source>
            <translation>Separate buildings by 、. Households registered in these buildings later join this grid by themselves.</translation>
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
            <source>分出的成员(&amp;F)</source>
            <translation>Members who leave (&amp;F)</translation>
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
            <source>列与排序</source>
            <translation>Columns and order</translation>
        </message>
        <message>
            <source>列的对应</source>
            <translation>Columns</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>删除(&amp;X)</source>
            <translation>Delete (&amp;X)</translation>
        </message>
        <message>
            <source>到 {day}</source>
            <translation>until {day}</translation>
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
            <source>到期日期</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>刷新(&amp;F)</source>
            <translation>Re&amp;fresh</translation>
        </message>
        <message>
            <source>剪贴板里没有图片，请先在别处复制一张。</source>
            <translation>There is no picture in the clipboard. Please copy one elsewhere first.</translation>
        </message>
        <message>
            <source>办理业务</source>
            <translation>Service at the desk</translation>
        </message>
        <message>
            <source>办证类型</source>
            <translation>Kind of permit</translation>
        </message>
        <message>
            <source>加一行</source>
            <translation>Add a line</translation>
        </message>
        <message>
            <source>单元</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>单双面(&amp;D)</source>
            <translation>Si&amp;des</translation>
        </message>
        <message>
            <source>单面打印（正反面分开出纸）</source>
            <translation>One side (fronts and backs apart)</translation>
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
            <source>卡的种类(&amp;T)</source>
            <translation>Kind of card (&amp;T)</translation>
        </message>
        <message>
            <source>卡还没有出来：{reason}发卡已经登记，再打印或保存一次就行，不会重复登记。</source>
            <translation>The cards are not out yet: {reason} They are recorded; print or save them once more, they will not be recorded twice.</translation>
        </message>
        <message>
            <source>印在联系卡的一角，可以没有。</source>
            <translation>Printed in a corner of contact cards; may stay empty.</translation>
        </message>
        <message>
            <source>印错</source>
            <translation>Misprinted</translation>
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
            <source>原户主不再是户主；各成员与新户主的关系请随后核对。</source>
            <translation>The former head is head no more. Please check the members' relations to the new head afterwards.</translation>
        </message>
        <message>
            <source>原来</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>原来登记的</source>
            <translation>Registered</translation>
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
            <source>去向或说明(&amp;M)</source>
            <translation>Whereto or re&amp;mark</translation>
        </message>
        <message>
            <source>去掉</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>去掉这一行</source>
            <translation>Remove this line</translation>
        </message>
        <message>
            <source>去看</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>双面打印（沿长边翻）</source>
            <translation>Both sides (flip on the long edge)</translation>
        </message>
        <message>
            <source>发卡不限</source>
            <translation>With or without card</translation>
        </message>
        <message>
            <source>发卡已登记，可以再打印一次或关闭。</source>
            <translation>The cards are recorded. Print once more or close.</translation>
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
            <source>发给</source>
            <translation>Given to</translation>
        </message>
        <message>
            <source>发过的卡</source>
            <translation>Cards that were issued</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>取消“{place}”的出租登记？</source>
            <translation>End the registration of letting “{place}”?</translation>
        </message>
        <message>
            <source>取消出租登记(&amp;X)</source>
            <translation>End the registration (&amp;X)</translation>
        </message>
        <message>
            <source>取消登记</source>
            <translation>End the registration</translation>
        </message>
        <message>
            <source>可以不填</source>
            <translation>may stay empty</translation>
        </message>
        <message>
            <source>可以用，但全是数字容易被猜到，加几个字母或汉字更安全。</source>
            <translation>It will do, but digits alone are easy to guess; some letters make it safer.</translation>
        </message>
        <message>
            <source>可以用；再长一些更安全。</source>
            <translation>It will do; longer is safer.</translation>
        </message>
        <message>
            <source>台账 (*.xlsx *.xls *.xlsm *.csv *.txt)</source>
            <translation>Ledgers (*.xlsx *.xls *.xlsm *.csv *.txt)</translation>
        </message>
        <message>
            <source>台账里有 {count} 位相似的居民，请看看是不是同一个人：</source>
            <translation>{count} similar residents are in the ledger; is it one of them?</translation>
        </message>
        <message>
            <source>号码</source>
            <translation>number</translation>
        </message>
        <message>
            <source>名册已导出。</source>
            <translation>The register was exported.</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>名称(&amp;N)</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <source>名称，如 物业</source>
            <translation>name, such as Caretaker</translation>
        </message>
        <message>
            <source>哪一项</source>
            <translation>Field</translation>
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
            <source>图片 (*.jpg *.jpeg *.png)</source>
            <translation>Pictures (*.jpg *.jpeg *.png)</translation>
        </message>
        <message>
            <source>在“编辑”里写上网格的楼栋，住在那里的居民就会归入这个网格。</source>
            <translation>Enter the grid’s buildings under “Edit”; whoever lives there then belongs to the grid.</translation>
        </message>
        <message>
            <source>在住</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>在住人员</source>
            <translation>Present</translation>
        </message>
        <message>
            <source>在左边选一位居民，这里显示详细情况。</source>
            <translation>Select a resident at the left to see the details here.</translation>
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
            <source>地址(&amp;D)</source>
            <translation>A&amp;ddress</translation>
        </message>
        <message>
            <source>基本与证件</source>
            <translation>Person and documents</translation>
        </message>
        <message>
            <source>填了单元或房号，还要填楼栋或门牌。</source>
            <translation>With a unit or room, the building or door number is needed too.</translation>
        </message>
        <message>
            <source>处</source>
            <translation>dwellings</translation>
        </message>
        <message>
            <source>备份完成，已经打开核对过。</source>
            <translation>The backup is made and was opened to check it.</translation>
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
            <source>备注，如 女儿</source>
            <translation>remark, such as daughter</translation>
        </message>
        <message>
            <source>复查日期</source>
            <translation>Review date</translation>
        </message>
        <message>
            <source>大厅名称(&amp;H)</source>
            <translation>&amp;Hall</translation>
        </message>
        <message>
            <source>大厅还没有填服务热线，可在“菜单 → 设置”里填。</source>
            <translation>The hall has no hotline yet; add it in Menu → Settings.</translation>
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
            <source>女</source>
            <translation>Female</translation>
        </message>
        <message>
            <source>如 01</source>
            <translation>such as 01</translation>
        </message>
        <message>
            <source>如 1956-03-08 或 1956</source>
            <translation>such as 1956-03-08 or 1956</translation>
        </message>
        <message>
            <source>如 2026-11-23</source>
            <translation>such as 2026-11-23</translation>
        </message>
        <message>
            <source>如 3号楼、幸福巷12号</source>
            <translation>such as 3号楼、幸福巷12号</translation>
        </message>
        <message>
            <source>如 东间、2号房</source>
            <translation>such as east room, room 2</translation>
        </message>
        <message>
            <source>如 周一至周五 9:00–18:00</source>
            <translation>such as Monday to Friday 9:00–18:00</translation>
        </message>
        <message>
            <source>如 水电维修、书法</source>
            <translation>such as plumbing, calligraphy</translation>
        </message>
        <message>
            <source>如 独居老人、低保</source>
            <translation>such as lives alone, low income</translation>
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
            <source>如 街道核对人口</source>
            <translation>such as check by the sub-district</translation>
        </message>
        <message>
            <source>如 西河社区</source>
            <translation>such as Xihe Community</translation>
        </message>
        <message>
            <source>如果导错了，回到主窗口按 Ctrl+Z 可以把这次导入整个撤销。</source>
            <translation>If it was wrong, Ctrl+Z in the main window takes the whole import back.</translation>
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
            <source>姓名、拼音、电话、证件号后四位、住址（Ctrl+F）</source>
            <translation>Name, pinyin, phone, end of document number, address (Ctrl+F)</translation>
        </message>
        <message>
            <source>姓名、拼音首字母、电话、证件号后四位，或住址如 3-2-501</source>
            <translation>Name, initials, phone, end of document number, or address such as 3-2-501</translation>
        </message>
        <message>
            <source>婚姻状况</source>
            <translation>Marital status</translation>
        </message>
        <message>
            <source>字号(&amp;Z)</source>
            <translation>Type si&amp;ze</translation>
        </message>
        <message>
            <source>安全</source>
            <translation>Safety</translation>
        </message>
        <message>
            <source>完成(&amp;F)</source>
            <translation>&amp;Finish</translation>
        </message>
        <message>
            <source>完整导出证件号码，请写明用途。</source>
            <translation>Full document numbers are exported; please say what for.</translation>
        </message>
        <message>
            <source>完整显示</source>
            <translation>In full</translation>
        </message>
        <message>
            <source>家庭户</source>
            <translation>Family</translation>
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
            <source>密码已修改，下次请用新密码登录。</source>
            <translation>The password was changed. Use the new one next time.</translation>
        </message>
        <message>
            <source>密码至少要 {least} 个字符，还差 {missing} 个。</source>
            <translation>A password needs at least {least} characters; {missing} are missing.</translation>
        </message>
        <message>
            <source>对象</source>
            <translation>About</translation>
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
            <source>导出(&amp;S)…</source>
            <translation>Export (&amp;S)…</translation>
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
            <source>小区或路巷</source>
            <translation>Estate or lane</translation>
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
            <source>居民台账</source>
            <translation>Register of residents</translation>
        </message>
        <message>
            <source>居民名册.xlsx</source>
            <translation>residents.xlsx</translation>
        </message>
        <message>
            <source>属于{grid}。</source>
            <translation>Belongs to {grid}.</translation>
        </message>
        <message>
            <source>工作单位</source>
            <translation>Employer</translation>
        </message>
        <message>
            <source>工作簿 (*.xlsx)</source>
            <translation>Workbook (*.xlsx)</translation>
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
            <source>已交给打印机。</source>
            <translation>Handed to the printer.</translation>
        </message>
        <message>
            <source>已作废（{reason}）</source>
            <translation>Withdrawn ({reason})</translation>
        </message>
        <message>
            <source>已保存到 {path}。</source>
            <translation>Saved to {path}.</translation>
        </message>
        <message>
            <source>已保存到 {path}。请打印出来锁好，再把这个文件删除。</source>
            <translation>Saved to {path}. Print it, lock it away, then delete this file.</translation>
        </message>
        <message>
            <source>已加密</source>
            <translation>Encrypted</translation>
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
            <source>已撤销</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>已收回</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>已经保存好了(&amp;K)</source>
            <translation>I have &amp;kept it</translation>
        </message>
        <message>
            <source>已迁出</source>
            <translation>Moved out</translation>
        </message>
        <message>
            <source>已选 {count} 位居民。</source>
            <translation>{count} residents selected.</translation>
        </message>
        <message>
            <source>常住人口</source>
            <translation>Permanent</translation>
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
            <source>年龄</source>
            <translation>Age</translation>
        </message>
        <message>
            <source>年龄（由出生日期算出，不导入）</source>
            <translation>Age (follows from birth, not imported)</translation>
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
            <source>序号（不导入）</source>
            <translation>Line number (not imported)</translation>
        </message>
        <message>
            <source>建立台账(&amp;N)</source>
            <translation>Fou&amp;nd the ledger</translation>
        </message>
        <message>
            <source>建立本社区的台账</source>
            <translation>Found your community's ledger</translation>
        </message>
        <message>
            <source>开放时间(&amp;O)</source>
            <translation>Hours (&amp;O)</translation>
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
            <source>很好。</source>
            <translation>Very good.</translation>
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
            <source>快捷键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>快捷键(&amp;K)</source>
            <translation>&amp;Keys</translation>
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
            <source>恢复选中的居民(&amp;R)</source>
            <translation>&amp;Restore the selected</translation>
        </message>
        <message>
            <source>想先看一看？示例社区里的人都是虚构的，随便试，关闭程序后自动删除。</source>
            <translation>Want to look first? Everybody in the sample community is invented. Try what you like; it is deleted when the program is closed.</translation>
        </message>
        <message>
            <source>户</source>
            <translation>households</translation>
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
            <source>户别(&amp;K)</source>
            <translation>&amp;Kind of household</translation>
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
            <source>所在的户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>手动备份</source>
            <translation>Manual backup</translation>
        </message>
        <message>
            <source>手机或座机</source>
            <translation>mobile or landline</translation>
        </message>
        <message>
            <source>手机，或区号加固定电话</source>
            <translation>mobile, or landline with area code</translation>
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
            <source>打印恢复码</source>
            <translation>Print the recovery code</translation>
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
            <source>打印联系卡</source>
            <translation>Print contact cards</translation>
        </message>
        <message>
            <source>打印联系卡(&amp;P)</source>
            <translation>&amp;Print contact cards</translation>
        </message>
        <message>
            <source>打印预览</source>
            <translation>Print preview</translation>
        </message>
        <message>
            <source>打开(&amp;D)…</source>
            <translation>Open (&amp;D)…</translation>
        </message>
        <message>
            <source>打开出租登记(&amp;T)</source>
            <translation>Open the rental (&amp;T)</translation>
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
            <source>打开菜单</source>
            <translation>Open the menu</translation>
        </message>
        <message>
            <source>打联系卡(&amp;P)</source>
            <translation>&amp;Print contact card</translation>
        </message>
        <message>
            <source>找到 {count} 行，最近的在前。</source>
            <translation>{count} lines found, the latest first.</translation>
        </message>
        <message>
            <source>找到的结果</source>
            <translation>Results</translation>
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
            <source>把{people}移入回收站？</source>
            <translation>Move {people} to the recycle bin?</translation>
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
            <source>把社区分成几个网格，写上网格长、联络员和民警；联系卡上会印他们的姓名和电话。</source>
            <translation>Divide the community into grids and enter leader, liaison and police officer of each; contact cards print their names and phones.</translation>
        </message>
        <message>
            <source>把社区现有的台账（xlsx、xls、csv 表格）导进来，或者一位一位登记。</source>
            <translation>Import the ledger you already have (xlsx, xls, csv), or register people one by one.</translation>
        </message>
        <message>
            <source>按 Ctrl+A 可以选中表格里的全部居民。</source>
            <translation>Ctrl+A selects everybody in the table.</translation>
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
            <source>按空格键勾选</source>
            <translation>Space ticks a line</translation>
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
            <source>换个写法试试：姓名的一部分、拼音首字母、电话或证件号后四位、住址如 3-2-501。</source>
            <translation>Try it another way: part of the name, initials, the end of phone or document number, an address such as 3-2-501.</translation>
        </message>
        <message>
            <source>换了以后，以前打印的恢复码作废，请剪碎。</source>
            <translation>The code printed before is void afterwards; please shred it.</translation>
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
            <source>操作</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>操作日志(&amp;2)</source>
            <translation>Audit log(&amp;2)</translation>
        </message>
        <message>
            <source>改为</source>
            <translation>After</translation>
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
            <source>改用表里的</source>
            <translation>Take what is in the sheet</translation>
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
            <source>政治面貌</source>
            <translation>Political status</translation>
        </message>
        <message>
            <source>故障报告已保存在：{path}
报告里没有居民信息，不会发送到任何地方。</source>
            <translation>The report was saved at: {path}
It holds nothing about residents and is not sent anywhere.</translation>
        </message>
        <message>
            <source>文件：{name}</source>
            <translation>File: {name}</translation>
        </message>
        <message>
            <source>文件：{name}。这一步只是看，还不会登记任何人。</source>
            <translation>File: {name}. This step only looks; nobody is registered yet.</translation>
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
            <source>新增</source>
            <translation>Added</translation>
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
            <source>新密码(&amp;N)</source>
            <translation>&amp;New password</translation>
        </message>
        <message>
            <source>新密码(&amp;P)</source>
            <translation>New &amp;password</translation>
        </message>
        <message>
            <source>新建一户</source>
            <translation>New household</translation>
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
            <source>新的恢复码</source>
            <translation>New recovery code</translation>
        </message>
        <message>
            <source>新的户</source>
            <translation>New households</translation>
        </message>
        <message>
            <source>无照片</source>
            <translation>No photo</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>昨天 {time}</source>
            <translation>yesterday {time}</translation>
        </message>
        <message>
            <source>是否流动人口</source>
            <translation>Floating or not</translation>
        </message>
        <message>
            <source>是流动人口(&amp;F)</source>
            <translation>&amp;Floating person</translation>
        </message>
        <message>
            <source>显示</source>
            <translation>Display</translation>
        </message>
        <message>
            <source>显示号码(&amp;V)</source>
            <translation>Show numbers (&amp;V)</translation>
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
            <source>更多(&amp;M)</source>
            <translation>&amp;More</translation>
        </message>
        <message>
            <source>更多操作</source>
            <translation>More commands</translation>
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
            <source>曾用名</source>
            <translation>Former name</translation>
        </message>
        <message>
            <source>最近 {count} 步，最近的在前。撤销和重做总是从最近的一步开始。</source>
            <translation>The last {count} steps, the latest first. Undo and redo always begin with the latest.</translation>
        </message>
        <message>
            <source>最近 {count} 行：登录、查看完整号码、打印、导出和每次修改。这里的记录不能删改。</source>
            <translation>The last {count} lines: sign-ins, full numbers looked at, printing, exports and every change. Nothing here can be altered or deleted.</translation>
        </message>
        <message>
            <source>有效</source>
            <translation>In force</translation>
        </message>
        <message>
            <source>有效期至</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>服务热线(&amp;T)</source>
            <translation>Ho&amp;tline</translation>
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
            <source>未知</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>未说明</source>
            <translation>Not stated</translation>
        </message>
        <message>
            <source>本人住在别处，不住在本户的住址</source>
            <translation>lives elsewhere than the household</translation>
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
            <source>本民族文字姓名</source>
            <translation>Native name</translation>
        </message>
        <message>
            <source>本程序不联网，数据只保存在这台电脑里</source>
            <translation>This program uses no network; data stays on this computer</translation>
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
            <source>来自</source>
            <translation>From</translation>
        </message>
        <message>
            <source>查找(&amp;F)</source>
            <translation>&amp;Find</translation>
        </message>
        <message>
            <source>查找居民</source>
            <translation>Find residents</translation>
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
            <source>核对资料</source>
            <translation>Checking the data</translation>
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
            <source>楼栋或门牌</source>
            <translation>Building or door number</translation>
        </message>
        <message>
            <source>橙色的列名是猜的，请看一下对不对。</source>
            <translation>Orange column names are guesses; please check them.</translation>
        </message>
        <message>
            <source>正在保存退回表…</source>
            <translation>Saving the returned rows…</translation>
        </message>
        <message>
            <source>正在准备示例社区…</source>
            <translation>Preparing the sample community…</translation>
        </message>
        <message>
            <source>正在准备预览…</source>
            <translation>Preparing the preview…</translation>
        </message>
        <message>
            <source>正在制卡并登记…</source>
            <translation>Making and recording the cards…</translation>
        </message>
        <message>
            <source>正在备份…</source>
            <translation>Backing up…</translation>
        </message>
        <message>
            <source>正在导入…</source>
            <translation>Importing…</translation>
        </message>
        <message>
            <source>正在导出名册…</source>
            <translation>Exporting the register…</translation>
        </message>
        <message>
            <source>正在恢复…</source>
            <translation>Restoring…</translation>
        </message>
        <message>
            <source>正在打印…</source>
            <translation>Printing…</translation>
        </message>
        <message>
            <source>正在撤销…</source>
            <translation>Undoing…</translation>
        </message>
        <message>
            <source>正在移入回收站…</source>
            <translation>Moving to the recycle bin…</translation>
        </message>
        <message>
            <source>正在试导入…</source>
            <translation>Trying the import…</translation>
        </message>
        <message>
            <source>正在读取台账…</source>
            <translation>Reading the ledger…</translation>
        </message>
        <message>
            <source>正在迁回…</source>
            <translation>Moving back…</translation>
        </message>
        <message>
            <source>正在重做…</source>
            <translation>Redoing…</translation>
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
            <source>每人一张</source>
            <translation>One a person</translation>
        </message>
        <message>
            <source>每户一张</source>
            <translation>One a household</translation>
        </message>
        <message>
            <source>每日备份</source>
            <translation>Daily backup</translation>
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
            <source>民族文字姓名</source>
            <translation>Native name</translation>
        </message>
        <message>
            <source>没有住址</source>
            <translation>No address</translation>
        </message>
        <message>
            <source>没有划入网格</source>
            <translation>In no grid</translation>
        </message>
        <message>
            <source>没有当作居民的行</source>
            <translation>Rows not taken as residents</translation>
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
            <source>没有找到打印机</source>
            <translation>No printer was found</translation>
        </message>
        <message>
            <source>没有找到符合条件的居民</source>
            <translation>No resident matches</translation>
        </message>
        <message>
            <source>没有找到，换个写法试试。</source>
            <translation>Nothing was found; try other words.</translation>
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
            <source>流动人口登记表</source>
            <translation>Register of floating people</translation>
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
            <source>添加电话</source>
            <translation>Add phone</translation>
        </message>
        <message>
            <source>添加证件</source>
            <translation>Add document</translation>
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
            <source>点“显示号码”后可以修改</source>
            <translation>can be changed after “Show numbers”</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
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
            <source>特长</source>
            <translation>Skills</translation>
        </message>
        <message>
            <source>特长(&amp;K)</source>
            <translation>S&amp;kills</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>现在的密码(&amp;O)</source>
            <translation>&amp;Old password</translation>
        </message>
        <message>
            <source>现状</source>
            <translation>State</translation>
        </message>
        <message>
            <source>用恢复码打开</source>
            <translation>Open with the recovery code</translation>
        </message>
        <message>
            <source>用途(&amp;R)</source>
            <translation>&amp;Reason</translation>
        </message>
        <message>
            <source>由证件号码得出</source>
            <translation>from the document number</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
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
            <source>男</source>
            <translation>Male</translation>
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
            <source>登记 {count} 人迁出</source>
            <translation>{count} people move out</translation>
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
            <source>登记为</source>
            <translation>Registered as</translation>
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
            <source>直接到名称里带下划线字母的那一项</source>
            <translation>Straight to the item whose name has the underlined letter</translation>
        </message>
        <message>
            <source>看不懂“{text}”是哪栋楼，请写成“3号楼”或“幸福巷12号”。</source>
            <translation>“{text}” is no building that can be understood. Write it like “3号楼” or “幸福巷12号”.</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>示例 · 关闭后自动删除</source>
            <translation>Sample · deleted when closed</translation>
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
            <source>社区服务大厅的工作台 · 数据只保存在本机</source>
            <translation>The desk of the community hall · data stays on this computer</translation>
        </message>
        <message>
            <source>社区民警</source>
            <translation>Police officer</translation>
        </message>
        <message>
            <source>社区自编的户号，可以不填</source>
            <translation>the community's own number; may stay empty</translation>
        </message>
        <message>
            <source>离线</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
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
            <source>移错了可以按 Ctrl+Z 撤销，也可以随时从回收站恢复。</source>
            <translation>Ctrl+Z takes it back, and the recycle bin restores at any time.</translation>
        </message>
        <message>
            <source>程序出了故障，刚才的操作可能没有完成；已经保存的数据不受影响。请再试一次。</source>
            <translation>The program has failed; what you just did may not be complete. Saved data is not affected. Please try again.</translation>
        </message>
        <message>
            <source>立即备份(&amp;B)</source>
            <translation>&amp;Back up now</translation>
        </message>
        <message>
            <source>第 1 步　核对每一列</source>
            <translation>Step 1: check every column</translation>
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
            <source>第 {page} 页，共 {count} 页</source>
            <translation>Page {page} of {count}</translation>
        </message>
        <message>
            <source>第一次使用，请填写下面几项。台账在本机加密保存，没有密码谁也打不开。</source>
            <translation>For the first use, please fill in these fields. The ledger is kept encrypted on this computer; nobody can open it without the password.</translation>
        </message>
        <message>
            <source>第几次</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>筛选</source>
            <translation>Filter</translation>
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
            <source>粘贴</source>
            <translation>Paste</translation>
        </message>
        <message>
            <source>纸张(&amp;L)</source>
            <translation>&amp;Layout</translation>
        </message>
        <message>
            <source>经办人</source>
            <translation>Clerk</translation>
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
            <source>给谁(&amp;W)</source>
            <translation>For &amp;whom</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>编号(&amp;B)</source>
            <translation>Num&amp;ber</translation>
        </message>
        <message>
            <source>编辑(&amp;D)</source>
            <translation>E&amp;dit</translation>
        </message>
        <message>
            <source>编辑居民资料</source>
            <translation>Edit resident</translation>
        </message>
        <message>
            <source>编辑网格</source>
            <translation>Edit grid</translation>
        </message>
        <message>
            <source>缩小字号</source>
            <translation>Smaller type</translation>
        </message>
        <message>
            <source>缩小（−）</source>
            <translation>Smaller (−)</translation>
        </message>
        <message>
            <source>网格</source>
            <translation>Grids</translation>
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
            <source>职业</source>
            <translation>Occupation</translation>
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
            <source>联系本人</source>
            <translation>Contacting the person</translation>
        </message>
        <message>
            <source>联系电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>自动识别</source>
            <translation>Recognise</translation>
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
            <source>菜单</source>
            <translation>Menu</translation>
        </message>
        <message>
            <source>菜单（F10）</source>
            <translation>Menu (F10)</translation>
        </message>
        <message>
            <source>行</source>
            <translation>(rows)</translation>
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
            <source>西河社区</source>
            <translation>Xihe Community</translation>
        </message>
        <message>
            <source>要删除“{name}”吗？</source>
            <translation>Delete “{name}”?</translation>
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
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>设置(&amp;S)…</source>
            <translation>&amp;Settings…</translation>
        </message>
        <message>
            <source>证件上另有民族文字时填写</source>
            <translation>if the document also has a name in another script</translation>
        </message>
        <message>
            <source>证件号和电话(&amp;M)</source>
            <translation>Document nu&amp;mbers and phones</translation>
        </message>
        <message>
            <source>证件号码</source>
            <translation>Document number</translation>
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
            <source>证照</source>
            <translation>Permit</translation>
        </message>
        <message>
            <source>证照号码</source>
            <translation>Permit number</translation>
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
            <source>详情(&amp;X)</source>
            <translation>Details (&amp;X)</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>请保存恢复码</source>
            <translation>Keep the recovery code</translation>
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
            <source>请勾选分出去的成员。</source>
            <translation>Tick the members who leave.</translation>
        </message>
        <message>
            <source>请填写与户主的关系。</source>
            <translation>Please enter the relation to the head.</translation>
        </message>
        <message>
            <source>请填写出租房屋的住址。</source>
            <translation>Please enter the address of the rented dwelling.</translation>
        </message>
        <message>
            <source>请填写姓名，或把电话和照片去掉。</source>
            <translation>Enter the name, or remove phone and photo.</translation>
        </message>
        <message>
            <source>请填写承租人的姓名。</source>
            <translation>Please enter the tenant's name.</translation>
        </message>
        <message>
            <source>请填写日期。</source>
            <translation>Please enter the day.</translation>
        </message>
        <message>
            <source>请填写每个人与那一户户主的关系：</source>
            <translation>Enter everybody's relation to the head of that household:</translation>
        </message>
        <message>
            <source>请填写社区名称，联系卡上会印它。</source>
            <translation>Please enter the community's name; contact cards print it.</translation>
        </message>
        <message>
            <source>请填写经办人姓名，用来登录和记录是谁改的。</source>
            <translation>Please enter the clerk's name; it is for signing in and tells who changed what.</translation>
        </message>
        <message>
            <source>请拿出建立台账时打印的恢复码，照着输入，再设一个新密码。</source>
            <translation>Take the recovery code that was printed when the ledger was founded, type it, and set a new password.</translation>
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
            <source>请输入密码。</source>
            <translation>Please enter the password.</translation>
        </message>
        <message>
            <source>请输入密码。台账在本机加密保存。</source>
            <translation>Please enter the password. The ledger is kept encrypted on this computer.</translation>
        </message>
        <message>
            <source>请输入恢复码。</source>
            <translation>Please enter the recovery code.</translation>
        </message>
        <message>
            <source>请选择新户的户主。</source>
            <translation>Please choose the head of the new household.</translation>
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
            <source>谁在什么时候因为什么看过，会记入操作日志。</source>
            <translation>Who looked when and why goes into the log.</translation>
        </message>
        <message>
            <source>账号(&amp;A)</source>
            <translation>&amp;Account</translation>
        </message>
        <message>
            <source>资料仍然保留；如果是户主，请随后在“本户”里另设户主。</source>
            <translation>The data stays. If it was the head, choose another head in “Household” afterwards.</translation>
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
            <source>起租日期</source>
            <translation>Since</translation>
        </message>
        <message>
            <source>输入人名、操作或经办人，只看有关的行</source>
            <translation>Type a name, an action or a clerk to see only the lines about it</translation>
        </message>
        <message>
            <source>迁出(&amp;T)…</source>
            <translation>Moved ou&amp;t…</translation>
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
            <source>返回(&amp;B)</source>
            <translation>&amp;Back</translation>
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
            <source>还有工作没有做完，现在退出会取消它。</source>
            <translation>Work is still under way; leaving now would cancel it.</translation>
        </message>
        <message>
            <source>还有工作没有做完，请等它完成再锁定。</source>
            <translation>Work is still under way. Please wait until it is done, then lock.</translation>
        </message>
        <message>
            <source>还没有</source>
            <translation>never</translation>
        </message>
        <message>
            <source>还没有修改记录。</source>
            <translation>No changes yet.</translation>
        </message>
        <message>
            <source>还没有发过联系卡。</source>
            <translation>No contact card yet.</translation>
        </message>
        <message>
            <source>还没有居民</source>
            <translation>No residents yet</translation>
        </message>
        <message>
            <source>还没有登记出租房屋。</source>
            <translation>No rented dwellings yet.</translation>
        </message>
        <message>
            <source>还没有网格</source>
            <translation>No grids yet</translation>
        </message>
        <message>
            <source>这一列是猜的，请看一下对不对</source>
            <translation>This column is a guess; please check it</translation>
        </message>
        <message>
            <source>这个密码太容易猜到，请换一个，比如一句自己记得住的话加几个数字。</source>
            <translation>This password is too easy to guess. Take another, such as a sentence you remember with some digits.</translation>
        </message>
        <message>
            <source>这个文件里没有读到可以登记的行。请回上一步看看各列是否对。</source>
            <translation>No row of this file can be registered. Go back and check the columns.</translation>
        </message>
        <message>
            <source>这位居民还没有入户，可以在“编辑”里选择所在的户，或者新建一户。</source>
            <translation>This resident is in no household yet; choose one in “Edit”, or found a new one.</translation>
        </message>
        <message>
            <source>这台电脑的字体印不出下面的字，为免印错，先不打印：
</source>
            <translation>No font on this computer can print the following characters. To avoid a wrong name nothing is printed yet:
</translation>
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
            <source>这栋楼还没有划入网格。</source>
            <translation>This building belongs to no grid yet.</translation>
        </message>
        <message>
            <source>进入邻里台(&amp;G)</source>
            <translation>&amp;Go to Linli</translation>
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
            <source>选中的 {count} 位居民</source>
            <translation>the {count} selected residents</translation>
        </message>
        <message>
            <source>选中的人都不能发卡，原因见左边。</source>
            <translation>Nobody selected can get a card; the reasons are at the left.</translation>
        </message>
        <message>
            <source>选中的网格里还没有居民，没有卡可打。</source>
            <translation>Nobody is recorded in the selected grids yet, so there are no cards to print.</translation>
        </message>
        <message>
            <source>选定(&amp;S)</source>
            <translation>&amp;Select</translation>
        </message>
        <message>
            <source>选择列(&amp;L)…</source>
            <translation>Choose co&amp;lumns…</translation>
        </message>
        <message>
            <source>选择图片</source>
            <translation>Choose a picture</translation>
        </message>
        <message>
            <source>选择居民</source>
            <translation>Choose resident</translation>
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
            <source>选择文件…</source>
            <translation>Choose file…</translation>
        </message>
        <message>
            <source>选择要导入的台账</source>
            <translation>Choose the ledger to import</translation>
        </message>
        <message>
            <source>遗失</source>
            <translation>Lost</translation>
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
            <source>采用</source>
            <translation>Take</translation>
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
            <source>重点管理</source>
            <translation>Key</translation>
        </message>
        <message>
            <source>锁定(&amp;L)</source>
            <translation>&amp;Lock</translation>
        </message>
        <message>
            <source>问题</source>
            <translation>Problem</translation>
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
            <source>页面</source>
            <translation>Pages</translation>
        </message>
        <message>
            <source>项目</source>
            <translation>Field</translation>
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
            <source>（{note}）</source>
            <translation>({note})</translation>
        </message>
        <message>
            <source>（第 {n} 列，没有列名）</source>
            <translation>(column {n}, no name)</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
</TS>
