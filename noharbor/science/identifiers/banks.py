"""Banks of the region by the words people use for them: a list to read, and the one place to add a bank.

The large banks of six states, by no means all. Codes are the banks' own short names in small letters; words are those
with which the banks and reports name them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank and its names.

    Attributes:
        code: Its short name in small letters.
        country: ISO 3166-1 alpha-2.
        words: Names as written, any case.
    """

    code: str
    country: str
    words: tuple[str, ...]


BANKS: tuple[Bank, ...] = (
    Bank("abc", "CN", ("农业银行", "農業銀行", "农行", "Agricultural Bank of China")),
    Bank("boc", "CN", ("中国银行", "中國銀行", "Bank of China")),
    Bank("bocom", "CN", ("交通银行", "交通銀行", "Bank of Communications")),
    Bank("ccb", "CN", ("建设银行", "建設銀行", "建行", "China Construction Bank")),
    Bank("cmb", "CN", ("招商银行", "招商銀行", "招行", "China Merchants Bank")),
    Bank("icbc", "CN", ("工商银行", "工商銀行", "工行", "ICBC")),
    Bank("psbc", "CN", ("邮政储蓄银行", "邮储银行", "Postal Savings Bank")),
    Bank("aba", "KH", ("ABA Bank", "ABA", "ធនាគារ អេប៊ីអេ", "ធនាគារអេប៊ីអេ")),
    Bank("acleda", "KH", ("ACLEDA", "អេស៊ីលីដា")),
    Bank("canadia", "KH", ("Canadia Bank", "កាណាឌីយ៉ា")),
    Bank("wing", "KH", ("Wing Bank", "វីង")),
    Bank("bcel", "LA", ("BCEL", "ທະນາຄານການຄ້າຕ່າງປະເທດ", "ທຄຕລ")),
    Bank("jdb", "LA", ("JDB", "ທະນາຄານຮ່ວມພັດທະນາ", "Joint Development Bank")),
    Bank("ldb", "LA", ("LDB", "ທະນາຄານພັດທະນາລາວ", "Lao Development Bank")),
    Bank("aya", "MM", ("AYA Bank", "AYA", "ဧရာဝတီဘဏ်", "အေဝိုင်အေ")),
    Bank("cb", "MM", ("CB Bank", "စီဘီဘဏ်")),
    Bank("kbz", "MM", ("KBZ Bank", "KBZPay", "KBZ", "ကမ္ဘောဇဘဏ်", "ကမ္ဘောဇ")),
    Bank("yoma", "MM", ("Yoma Bank", "ရိုးမဘဏ်")),
    Bank("baac", "TH", ("ธ.ก.ส.", "ธกส", "BAAC")),
    Bank("bangkok", "TH", ("ธนาคารกรุงเทพ", "ธ.กรุงเทพ", "Bangkok Bank", "BBL")),
    Bank("gsb", "TH", ("ธนาคารออมสิน", "ออมสิน", "Government Savings Bank", "GSB")),
    Bank("kasikorn", "TH", ("ธนาคารกสิกรไทย", "กสิกรไทย", "กสิกร", "Kasikornbank", "Kasikorn", "KBank")),
    Bank("krungsri", "TH", ("ธนาคารกรุงศรีอยุธยา", "กรุงศรี", "Krungsri", "Bank of Ayudhya")),
    Bank("krungthai", "TH", ("ธนาคารกรุงไทย", "กรุงไทย", "Krungthai", "Krung Thai Bank", "KTB")),
    Bank("scb", "TH", ("ธนาคารไทยพาณิชย์", "ไทยพาณิชย์", "Siam Commercial Bank", "SCB")),
    Bank("ttb", "TH", ("ทหารไทยธนชาต", "ทีทีบี", "TMBThanachart", "TTB")),
    Bank("agribank", "VN", ("Agribank",)),
    Bank("bidv", "VN", ("BIDV",)),
    Bank("mbbank", "VN", ("MB Bank", "MBBank")),
    Bank("techcombank", "VN", ("Techcombank",)),
    Bank("vietcombank", "VN", ("Vietcombank", "VCB")),
    Bank("vietinbank", "VN", ("VietinBank",)),
)
