"""Lists of invented people in the shapes that bodies of the region use, and what each of their columns is."""

from __future__ import annotations

from dataclasses import dataclass

from noharbor.science.lists import Field
from noharbor.science.lists.forms import Cell

F = Field


@dataclass(frozen=True)
class Shape:
    """One list: its rows, what its columns are, how many people it has."""

    name: str
    rows: list[list[Cell]]
    fields: list[Field]
    people: int
    region: str = ""


SHAPES: tuple[Shape, ...] = (
    Shape(
        "Chinese police list with a title, a note and signatures",
        [
            ["涉诈人员移交名单"],
            ["移交时间：2025年2月20日", None, None, None, None, "单位：某县公安局"],
            ["序号", "姓名", "性别", "身份证号码", "户籍地址", "联系电话", "备注"],
            [1, "赵一鸣", "男", "530102199003074218", "云南省昆明市", "13812340001", None],
            [2, "钱小雨", "女", "51010419951212002X", "四川省成都市", "13812340002", "孕妇"],
            [3, "孙大海", "男", "440305198811230035", "广东省深圳市", "13812340003", None],
            ["合计", "3人"],
            ["制表人：", None, None, "审核人："],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.NATIONAL_ID, F.ADDRESS, F.PHONE, F.REMARKS],
        3,
    ),
    Shape(
        "traditional characters from a Taiwan list",
        [
            ["編號", "姓名", "英文姓名", "性別", "出生年月日", "國籍", "護照號碼", "備註"],
            ["A01", "陳大文", "CHEN DA-WEN", "男", "民國79年5月3日", "中華民國", "312345678", ""],
            ["A02", "林美玉", "LIN MEI-YU", "女", "民國85年12月1日", "台灣", "312345679", ""],
        ],
        [F.NUMBER, F.NAME, F.NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT, F.REMARKS],
        2,
    ),
    Shape(
        "Chinese header of two rows with a merged name",
        [
            ["序号", "姓名", None, "性别", "年龄", "国籍", "护照号", "车号"],
            [None, "中文", "英文", None, None, None, None, None],
            [1, "周文", "ZHOU WEN", "男", 31, "中国", "EA1234567", 1],
            [2, "吴静", "WU JING", "女", 27, "中国", "EA1234568", 1],
            [3, "郑凯", "ZHENG KAI", "男", 44, "中国", "EA1234569", 2],
        ],
        [F.NUMBER, F.NAME, F.NAME, F.SEX, F.AGE, F.NATIONALITY, F.PASSPORT, F.GROUP],
        3,
    ),
    Shape(
        "English roster of a task force with family and given names",
        [
            ["LIST OF FOREIGN NATIONALS HANDED OVER"],
            ["Date: 12 March 2025"],
            [],
            ["No.", "Family Name", "Given Name(s)", "Sex", "Date of Birth", "Nationality", "Passport No.", "Bus No.",
             "Remarks"],
            [1, "ABEBE", "Dawit", "M", "14/03/1997", "Ethiopian", "EP1234567", "Bus 1", ""],
            [2, "WANJIRU", "Grace", "F", "02/11/1999", "Kenyan", "AK0123456", "Bus 1", "ill"],
            [3, "OKELLO", "James", "M", "28/07/1990", "Ugandan", "A00123456", "Bus 2", ""],
            ["Total", 3],
            ["Prepared by: ______", None, None, "Approved by: ______"],
        ],
        [F.NUMBER, F.FAMILY_NAME, F.GIVEN_NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT, F.GROUP, F.REMARKS],
        3,
    ),
    Shape(
        "embassy list with contacts of the family, which are not the person's",
        [
            ["S/N", "Full name", "Sex", "DOB", "Passport number", "Phone", "Last known location", "Missing since",
             "Emergency contact", "Relationship", "Emergency contact number", "Email"],
            [1, "Peter Mwangi Otieno", "Male", "1996-05-02", "BK123456", "+254712345678", "Myawaddy", "2024-11-03",
             "Mary Otieno", "Mother", "+254722000001", "m@example.org"],
            [2, "Faith Achieng", "Female", "2000-01-17", "BK123457", "+254712345679", "Shwe Kokko", "2024-12-20",
             "John Achieng", "Father", "+254722000002", ""],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.BIRTH_DATE, F.PASSPORT, F.PHONE, F.PLACE, F.DATE, F.OTHER_PERSON, F.OTHER_PERSON,
         F.OTHER_PERSON, F.OTHER],
        2,
    ),
    Shape(
        "American order of dates",
        [
            ["Last Name", "First Name", "Gender", "Birthdate", "Citizenship", "Passport"],
            ["Santos", "Maria", "F", "12/25/1994", "Filipino", "P1234567A"],
            ["Reyes", "Jose", "M", "03/04/1991", "Filipino", "P1234567B"],
        ],
        [F.FAMILY_NAME, F.GIVEN_NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT],
        2,
    ),
    Shape(
        "Burmese immigration list",
        [
            ["နိုင်ငံခြားသားများစာရင်း"],
            ["စဉ်", "အမည်", "ကျား/မ", "အသက်", "နိုင်ငံသား", "နိုင်ငံကူးလက်မှတ်အမှတ်", "နေရပ်လိပ်စာ", "မှတ်ချက်"],
            ["၁", "ဝမ်ဝေ့", "ကျား", "၂၅", "တရုတ်", "E87654321", "ယူနန်", ""],
            ["၂", "လီလီ", "မ", "၃၀", "တရုတ်", "E87654322", "ယူနန်", ""],
            ["၃", "ဆိုမ်ချိုင်း", "ကျား", "၄၁", "ထိုင်း", "AA1234567", "မဲဆောက်", ""],
            ["စုစုပေါင်း ၃ ဦး"],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.AGE, F.NATIONALITY, F.PASSPORT, F.ADDRESS, F.REMARKS],
        3,
    ),
    Shape(
        "Burmese in Zawgyi with a father's name and registration numbers",
        [
            ["စဥ္", "အမည္", "အဘအမည္", "မွတ္ပုံတင္အမွတ္", "ေမြးသကၠရာဇ္", "ဖုန္းနံပါတ္", "ေနရပ္လိပ္စာ"],
            ["၁", "ေအာင္ေအာင္", "ဦးဘေမာင္", "၁၂/မဂတ(ႏိုင္)၁၂၃၄၅၆", "၃-၅-၁၉၉၀", "၀၉၇၉၁၂၃၄၅၆၇", "ရန္ကုန္"],
            ["၂", "မိုးမိုးေအး", "ဦးတင္ေဌး", "၉/မဟမ(ႏိုင္)၆၅၄၃၂၁", "၁၇-၁၁-၁၉၉၄", "၀၉၇၉၁၂၃၄၅၆၈", "မႏၲေလး"],
        ],
        [F.NUMBER, F.NAME, F.OTHER_PERSON, F.NATIONAL_ID, F.BIRTH_DATE, F.PHONE, F.ADDRESS],
        2,
        "MM",
    ),
    Shape(
        "Burmese and English in one heading",
        [
            ["စဉ် No", "အမည် Name", "နိုင်ငံ Country", "မွေးနေ့သက္ကရာဇ် Date of Birth", "ပတ်စ်ပို့အမှတ် Passport No", "အုပ်စု Group"],
            [1, "Zhao Lei", "China", "1993-08-08", "EB7654321", "A"],
            [2, "Sun Mei", "China", "1998-02-14", "EB7654322", "A"],
        ],
        [F.NUMBER, F.NAME, F.NATIONALITY, F.BIRTH_DATE, F.PASSPORT, F.GROUP],
        2,
    ),
    Shape(
        "Thai immigration list with Buddhist years",
        [
            ["บัญชีรายชื่อคนต่างด้าว"],
            ["ข้อมูล ณ วันที่ 20 กุมภาพันธ์ 2568"],
            ["ลำดับ", "ชื่อ-นามสกุล", "เพศ", "วัน/เดือน/ปีเกิด", "สัญชาติ", "เลขที่หนังสือเดินทาง", "ห้อง", "หมายเหตุ"],
            [1, "LIU YANG", "ชาย", "3 พ.ค. 2533", "จีน", "EC1112223", "1", ""],
            [2, "TRAN THI HOA", "หญิง", "๑๗ ธันวาคม ๒๕๔๑", "เวียดนาม", "C1234567", "2", ""],
            [3, "นายสมปอง ทดสอบ", "ชาย", "1 ม.ค. 2525", "ไทย", "AA7654321", "2", ""],
            ["รวม 3 คน"],
            ["ลงชื่อ........................"],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT, F.GROUP, F.REMARKS],
        3,
    ),
    Shape(
        "Thai with title, given and family name apart",
        [
            ["ที่", "คำนำหน้า", "ชื่อ", "นามสกุล", "เลขประจำตัวประชาชน", "อายุ", "ที่อยู่", "เบอร์โทร"],
            [1, "นาย", "ทดลอง", "ตัวอย่าง", "1101700230708", 34, "เชียงราย", "081-234-5678"],
            [2, "นางสาว", "สมมุติ", "ใจงาม", "1101700230716", 28, "ตาก", "089-876-5432"],
        ],
        [F.NUMBER, F.OTHER, F.GIVEN_NAME, F.FAMILY_NAME, F.NATIONAL_ID, F.AGE, F.ADDRESS, F.PHONE],
        2,
        "TH",
    ),
    Shape(
        "Thai name merged over two columns",
        [
            ["ลำดับที่", "ชื่อ - สกุล", None, "เพศ", "อายุ (ปี)", "สัญชาติ"],
            [1, "มานะ", "ทดสอบดี", "ช", 22, "ไทย"],
            [2, "ปิติ", "ตัวอย่างงาม", "ช", 31, "ไทย"],
            [3, "ชูใจ", "สมมติสุข", "ญ", 27, "ไทย"],
        ],
        [F.NUMBER, F.NAME, F.NAME, F.SEX, F.AGE, F.NATIONALITY],
        3,
    ),
    Shape(
        "Lao list from the north",
        [
            ["ບັນຊີລາຍຊື່ຄົນຕ່າງປະເທດ"],
            ["ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ເພດ", "ວັນ ເດືອນ ປີ ເກີດ", "ສັນຊາດ", "ເລກທີໜັງສືຜ່ານແດນ", "ໝາຍເຫດ"],
            [1, "ຫວາງ ເສີຍ", "ຊາຍ", "03/05/1990", "ຈີນ", "E55667788", ""],
            [2, "ມະ ຊານດາ", "ຍິງ", "21/09/1996", "ພະມ້າ", "MB123456", ""],
            [3, "ບຸນມີ ຕົວຢ່າງ", "ຊາຍ", "12/12/1988", "ລາວ", "PA0123456", ""],
            ["ລວມ", 3],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT, F.REMARKS],
        3,
    ),
    Shape(
        "Lao with names apart and a phone",
        [
            ["ລຳດັບ", "ຊື່", "ນາມສະກຸນ", "ອາຍຸ", "ທີ່ຢູ່", "ເບີໂທ", "ວັນທີຈັບ"],
            [1, "ສົມສີ", "ຕົວຢ່າງ", "25 ປີ", "ບໍ່ແກ້ວ", "020 55512345", "2025-08-09"],
            [2, "ຄຳມີ", "ສົມມຸດ", "31 ປີ", "ອຸດົມໄຊ", "020 55512346", "2025-08-09"],
        ],
        [F.NUMBER, F.GIVEN_NAME, F.FAMILY_NAME, F.AGE, F.ADDRESS, F.PHONE, F.DATE],
        2,
        "LA",
    ),
    Shape(
        "Khmer police list",
        [
            ["បញ្ជីឈ្មោះជនបរទេស"],
            ["ល.រ", "គោត្តនាម និងនាម", "អក្សរឡាតាំង", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "សញ្ជាតិ", "លេខលិខិតឆ្លងដែន", "ផ្សេងៗ"],
            ["១", "លី មិង", "LI MING", "ប្រុស", "០៣/០៥/១៩៩០", "ចិន", "EJ1234567", ""],
            ["២", "ង្វៀន ធីឡាន", "NGUYEN THI LAN", "ស្រី", "២៤/១២/១៩៩៥", "វៀតណាម", "C7654321", ""],
            ["សរុប ២ នាក់"],
        ],
        [F.NUMBER, F.NAME, F.NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT, F.REMARKS],
        2,
    ),
    Shape(
        "Khmer with age and room",
        [
            ["លរ", "ឈ្មោះ", "ភេទ", "អាយុ", "ស្រុកកំណើត", "លេខទូរស័ព្ទ", "លេខបន្ទប់"],
            [1, "សុខ សាន្ត", "ប", "២៩", "កំពត", "012 345 678", "A-12"],
            [2, "ចាន់ ធីតា", "ស", "៣៣", "តាកែវ", "098 765 432", "A-14"],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.AGE, F.PLACE, F.PHONE, F.GROUP],
        2,
        "KH",
    ),
    Shape(
        "Vietnamese border guard list",
        [
            ["DANH SÁCH CÔNG DÂN VIỆT NAM TRAO TRẢ"],
            ["(Kèm theo biên bản ngày 15/04/2025)"],
            ["STT", "Họ và tên", "Ngày, tháng, năm sinh", "Giới tính", "Số CCCD", "Nơi cư trú",
             "Số điện thoại", "Ghi chú"],
            [1, "Nguyễn Văn Thử", "03/05/1990", "Nam", "001090012345", "Hà Nội", "0912345678", ""],
            [2, "Trần Thị Mẫu", "19/11/1996", "Nữ", "079196054321", "TP. Hồ Chí Minh", "0912345679", ""],
            ["Tổng cộng: 2 người"],
            ["NGƯỜI LẬP BIỂU"],
        ],
        [F.NUMBER, F.NAME, F.BIRTH_DATE, F.SEX, F.NATIONAL_ID, F.PLACE, F.PHONE, F.REMARKS],
        2,
        "VN",
    ),
    Shape(
        "Vietnamese with years of birth under male and female",
        [
            ["TT", "Họ tên", "Năm sinh", None, "Quê quán", "Hộ chiếu số"],
            [None, None, "Nam", "Nữ", None, None],
            [1, "Lê Văn Ví", 1991, None, "Nghệ An", "B1234567"],
            [2, "Phạm Thị Dụ", None, 1997, "Thanh Hóa", "B1234568"],
            [3, "Hoàng Văn Giả", 1985, None, "Lào Cai", "B1234569"],
        ],
        [F.NUMBER, F.NAME, F.MALE, F.FEMALE, F.PLACE, F.PASSPORT],
        3,
    ),
    Shape(
        "Vietnamese typed without marks",
        [
            ["Stt", "Ho va ten", "Gioi tinh", "Nam sinh", "Quoc tich", "So ho chieu", "Ghi chu"],
            [1, "Nguyen Van Thu", "Nam", "1993", "Viet Nam", "C2223334", ""],
            [2, "Vo Thi Hoa", "Nu", "1999", "Viet Nam", "C2223335", ""],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT, F.REMARKS],
        2,
    ),
    Shape(
        "no header at all",
        [
            [1, "张小白", "ZHANG XIAOBAI", "M", "1994-06-01", "CHN", "EE1231231"],
            [2, "李小黑", "LI XIAOHEI", "F", "1990-10-21", "CHN", "EE1231232"],
            [3, "王小绿", "WANG XIAOLYU", "M", "1987-03-15", "CHN", "EE1231233"],
            [4, "刘小红", "LIU XIAOHONG", "F", "1999-12-02", "CHN", "EE1231234"],
        ],
        [F.NUMBER, F.NAME, F.NAME, F.SEX, F.BIRTH_DATE, F.NATIONALITY, F.PASSPORT],
        4,
    ),
    Shape(
        "no header, Latin names, ages and phones",
        [
            ["Juma Hassan", "M", 27, "Kenya", "+254700111222"],
            ["Amina Yusuf", "F", 31, "Uganda", "+256700111222"],
            ["Bekele Tadesse", "M", 24, "Ethiopia", "+251911112222"],
            ["Rashid Khan", "M", 35, "Pakistan", "+923001112222"],
        ],
        [F.NAME, F.SEX, F.AGE, F.NATIONALITY, F.PHONE],
        4,
    ),
    Shape(
        "pasted from a chat: names, two kinds of papers under one heading",
        [
            ["Name / 姓名", "Passport / ID card", "Country"],
            ["Chen Wei 陈伟", "E99887766", "China 中国"],
            ["Yang Li 杨丽", "53010219920606002X", "China 中国"],
        ],
        [F.NAME, F.DOCUMENT, F.NATIONALITY],
        2,
    ),
    Shape(
        "header repeated, people on buses under headings of sections",
        [
            ["No", "Name", "Nationality", "Passport No"],
            ["Bus 1"],
            [1, "Ali Raza", "Pakistani", "AB1234561"],
            [2, "Imran Shah", "Pakistani", "AB1234562"],
            ["No", "Name", "Nationality", "Passport No"],
            ["Bus 2"],
            [3, "Rakesh Kumar", "Indian", "T1234567"],
        ],
        [F.NUMBER, F.NAME, F.NATIONALITY, F.PASSPORT],
        3,
    ),
    Shape(
        "birth in three columns",
        [
            ["No", "Surname", "Given names", "Date of birth", None, None, "Sex"],
            [None, None, None, "Day", "Month", "Year", None],
            [1, "Kim", "Sungho", 3, 5, 1990, "M"],
            [2, "Park", "Jiwon", 17, 11, 1995, "F"],
        ],
        [F.NUMBER, F.FAMILY_NAME, F.GIVEN_NAME, F.BIRTH_DAY, F.BIRTH_MONTH, F.BIRTH_YEAR, F.SEX],
        2,
    ),
    Shape(
        "wrong headings: columns have slipped by one",
        [
            ["No", "Name", "Sex", "Nationality"],
            [1, "Ma Hla Hla", "Burmese", "F"],
            [2, "Ko Zaw Lin", "Burmese", "M"],
            [3, "U Tin Win", "Burmese", "M"],
        ],
        [F.NUMBER, F.NAME, F.NATIONALITY, F.SEX],
        3,
    ),
    Shape(
        "Excel serial numbers, aliases and dates of arrest",
        [
            ["Sr. No.", "Name of Suspect", "Alias", "D.O.B.", "Date of arrest", "Place of arrest", "Case No."],
            [1, "Tan Ah Kow", "Ah Boy", 32996, 45700, "Sihanoukville", "KH-22/1"],
            [2, "Lim Beng Huat", "Botak", 31200, 45701, "Sihanoukville", "KH-22/2"],
        ],
        [F.NUMBER, F.NAME, F.ALIAS, F.BIRTH_DATE, F.DATE, F.PLACE, F.GROUP],
        2,
    ),
    Shape(
        "airline manifest",
        [
            ["SEAT", "PAX NAME", "NAT", "DOC NO", "DOC EXPIRY", "GENDER", "DOB"],
            ["12A", "ZHANG/WEI MR", "CHN", "E10203040", "2030-01-01", "M", "03MAY90"],
            ["12B", "LI/NA MS", "CHN", "E10203041", "2031-05-01", "F", "14FEB95"],
        ],
        [F.GROUP, F.NAME, F.NATIONALITY, F.DOCUMENT, F.DATE, F.SEX, F.BIRTH_DATE],
        2,
    ),
    Shape(
        "three languages in headings on lines of their own",
        [
            ["序号\nNo.\nลำดับ", "姓名\nName\nชื่อ-สกุล", "性别\nSex\nเพศ",
             "国籍\nNationality\nสัญชาติ",
             "护照号码\nPassport No.\nหนังสือเดินทาง"],
            [1, "高山\nGAO SHAN", "男\nM", "中国", "ED5556667"],
            [2, "江河\nJIANG HE", "女\nF", "中国", "ED5556668"],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.NATIONALITY, F.PASSPORT],
        2,
    ),
    Shape(
        "Indonesian embassy in English with unknown headings",
        [
            ["No", "Nama", "Jenis kelamin", "Tanggal lahir", "Paspor", "Lokasi"],
            [1, "Budi Contoh", "Laki-laki", "1995-07-07", "C1234501", "Phnom Penh"],
            [2, "Siti Misal", "Perempuan", "1998-03-01", "C1234502", "Bavet"],
            [3, "Agus Umpama", "Laki-laki", "1990-09-19", "C1234503", "Poipet"],
        ],
        [F.NUMBER, F.NAME, F.SEX, F.BIRTH_DATE, F.PASSPORT, F.PLACE],
        3,
    ),
    Shape(
        "aid group's list with sex and age in one column",
        [
            ["Case ID", "Name of victim", "Sex/Age", "Country of origin", "WhatsApp", "Compound", "Status"],
            ["C-001", "Samuel K. Tester", "M/26", "Ghana", "+233201112222", "Dongmei", "waiting"],
            ["C-002", "Ruth Example", "F/22", "Sierra Leone", "+23276111222", "KK Park", "waiting"],
        ],
        [F.GROUP, F.NAME, F.SEX, F.NATIONALITY, F.PHONE, F.PLACE, F.REMARKS],
        2,
    ),
    Shape(
        "one column of names",
        [["姓名"], ["冯程"], ["褚卫"], ["蒋沈韩"]],
        [F.NAME],
        3,
    ),
)  # fmt: skip
