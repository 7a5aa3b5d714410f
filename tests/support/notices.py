"""Official notices of a fictitious community."""

from datetime import date

from linli.domain.notice_paper import (
    Attachment,
    CutLine,
    FormField,
    FormLine,
    Heading,
    Imprint,
    Layout,
    Notice,
    Paragraph,
    Signature,
    Table,
    TableColumn,
    TickLine,
)

ISSUER = "木垒镇西河社区居民委员会"

OFFICIAL = Notice(
    layout=Layout.OFFICIAL,
    title="关于做好2026年冬季居民用水用电安全工作的通知",
    issuers=(ISSUER,),
    number="西社通〔2026〕1号",
    addressees="各网格、各居民小组，辖区各单位",
    blocks=(
        Paragraph(text="为切实做好冬季居民用水用电安全工作，现将有关事项通知如下："),
        Heading(level=1, text="全面排查隐患"),
        Paragraph(text="各网格要在2026年12月1日前，对楼道、水井和配电箱逐一检查，登记造册。"),
    ),
    signature=Signature(issuers=(ISSUER,), date=date(2026, 1, 5)),
)

FULL = Notice(
    layout=Layout.OFFICIAL,
    title=OFFICIAL.title,
    issuers=(ISSUER, "木垒镇西河社区工作站"),
    number=OFFICIAL.number,
    addressees=OFFICIAL.addressees,
    blocks=(
        *OFFICIAL.blocks,
        Heading(level=2, text="明确责任。", run_in="网格长负总责，楼栋长包楼栋。"),
        TickLine(text="已经检查", ticked=True),
        CutLine(text="沿此线剪下"),
    ),
    attachments=(
        Attachment(
            title="隐患登记表",
            blocks=(
                Table(
                    columns=(
                        TableColumn(title="序号", width=15.0, share=0.0),
                        TableColumn(title="地点"),
                    ),
                    rows=(("1", "3号楼2单元"), ("", "")),
                ),
                FormLine(
                    fields=(FormField(label="填表人"), FormField(label="日期", value="1月5日"))
                ),
            ),
        ),
        Attachment(title="责任分工图"),
    ),
    signature=OFFICIAL.signature,
    note="此件可以张贴",
    imprint=Imprint(
        copies_to="木垒镇人民政府，西河派出所",
        printer="西河社区党群服务中心",
        printed_on=date(2026, 1, 6),
    ),
    printed="打印人：王芳　打印时间：2026年1月6日 09:00",
    keep=("阿依古丽·买买提",),
)
