"""Persons as Chinese reports name them: 许某康, 洪姓主嫌, 王男, 陈海大使, 内政部发言人杜速克. Simplified characters."""

from __future__ import annotations

import re

from noharbor.science.language.events import PersonMention

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗方俞任袁柳鲍史唐费薛雷贺倪汤滕殷罗毕郝安常乐于时傅皮齐康伍余元卜顾孟平黄和穆"
    "萧尹姚邵汪祁毛狄米明计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯管卢莫房解应宗丁宣邓洪包左石崔吉龚程邢裴陆翁荀惠曲封储靳段焦巴侯全班秋仲宫宁仇"
    "甘厉祖武符刘景詹束龙叶幸司黎溥印白怀蒲索赖卓屠池乔阴闻党翟谭申冉桑桂牛寿通边尚农温庄晏柴瞿阎充慕连习艾鱼容向古易廖庾居衡步都耿满匡国文寇广东欧沃利越师巩聂关佘佟缪岳曾涂"
)
_MASKED = re.compile(
    rf"(?:[{_SURNAMES}])(?:某某|某[\u4e00-\u9fff](?=[，、。；：等因被以为的在将于与和及\d（(]|一|实|犯|涉|男|女|已|系)|某|[×xX]{{1,2}}[\u4e00-\u9fff]?)"
)
_BY_SURNAME = re.compile(
    rf"[{_SURNAMES}](?:姓(?:男子|女子|主嫌|嫌犯|嫌疑人|首脑|干部|成员|夫妻|车手|男|女|被告)|[男女嫌](?=[，、。；等因被遭在将于与和及前涉]))"
)
_OFFICE = re.compile(
    r"(?P<role>[^，。；、：\d“”「」]{0,18}?(?:大使|公使|参赞|总领事|领事|部长|副部长|总理|副总理|总统|副总统|首相|副首相|外长|国务卿|国务委员|国务秘书|发言人|局长|副局长|署长|副署长|厅长|总监|警监|警司|总警长|警长|处长|科长|队长|大队长|支队长|主任|主席|省长|州长|市长|特使|司长|司令|上将|中将|少将|上校|中校|警中将|警少将|警上将|检察长|检察官|法官|院长|议长|议员|立委|秘书长|负责人|参谋长))"
    r"(?P<name>[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,5})*)(?=表示|说|称|指出|强调|会见|会晤|介绍|透露|宣布|在|日前|昨|今|和|与|、|，|。|及|等|举行|率|一行|警|上校|对|就|（|\(|\d)"
)


def named_persons(plain: str, start: int, end: int) -> list[str]:
    """Persons a clause names as suspects or victims are named: masked or by surname only."""
    found = [match.group() for match in _MASKED.finditer(plain, start, end)]
    found += [match.group() for match in _BY_SURNAME.finditer(plain, start, end)]
    return list(dict.fromkeys(found))


def office_holders(plain: str, text: str, start: int, end: int) -> list[PersonMention]:
    """Holders of an office with their name, as the text writes them."""
    return [
        PersonMention(
            text[match.start("name") : match.end("name")], text[match.start("role") : match.end("role")] or None
        )
        for match in _OFFICE.finditer(plain, start, end)
    ]
