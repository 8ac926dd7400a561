"""Headings in seven languages, as bodies word them, by what they say; a bar parts them."""

from __future__ import annotations

from noharbor.science.lists import Field

HEADINGS: dict[Field, str] = {
    Field.AGE: ("年龄（岁）|Age (yrs)|อายุ(ปี)|အသက်(နှစ်)|ອາຍຸ (ປີ)|អាយុ (ឆ្នាំ)|Tuổi|Age at rescue|ອາຍຸປີ|អាយុ"),
    Field.ALIAS: ("曾用名/化名|Preferred name|Nick-name|အမည်ကွဲ|Tên thường gọi"),
    Field.BIRTH_DATE: (
        "出生日期（YYYY-MM-DD）|D O B|Birth year|Month and year of birth|ว/ด/ป เกิด|วันเกิด (พ.ศ.)|"
        "မွေးသက္ကရာဇ်/အသက်|ວັນເດືອນປີເກີດ|ថ្ងៃខែឆ្នាំកំណើត|Ngày/tháng/năm sinh|出生日期/年龄|Yr of birth|"
        "Birthday (d/m/y)|ปี พ.ศ. เกิด|မွေးနေ့"
    ),
    Field.DATE: (
        "到案日期|回国日期|Date of issue|Visa expiry|Date of release|Arrested on|วันที่ออกหมายจับ|"
        "ဖမ်းဆီးရမိသည့်ရက်|ວັນທີອອກ|ថ្ងៃចេញ|Ngày cấp|Ngày bàn giao|出境时间|最后联系时间|Date of travel|"
        "วันที่เดินทางเข้า|လွှဲပြောင်းသည့်ရက်စွဲ|ວັນທີມອບຮັບ|កាលបរិច្ឆេទឃាត់ខ្លួន|Ngày xuất cảnh"
    ),
    Field.DOCUMENT: ("证件类型及号码|Số CMND/Hộ chiếu"),
    Field.FAMILY_NAME: ("Surname (as in passport)|Maternal surname|ນາມສະກຸນ"),
    Field.GIVEN_NAME: ("Given Name / First Name|ชื่อตัว|First & Middle Name"),
    Field.GROUP: (
        "楼栋|房间/床位|Room/Bed|Bus/Seat|เลขที่คดี|รถคันที่|เลขที่นั่ง|အခန်းနံပါတ်|ຫ້ອງນອນ|លេខរថយន្ត|"
        "Số ghế|押送批次|座位号码|Flight number|Vehicle number|คันที่นั่งรถ|ယာဉ်အမှတ်|Đợt trao trả"
    ),
    Field.MALE: ("Năm sinh (Nam)"),
    Field.NAME: (
        "姓名（拼音）|Full Name (in English)|Names of Victims|Victim's name|Chinese name (if any)|"
        "ชื่อ-สกุล (อังกฤษ)|ชื่อสกุล|အမည်(အင်္ဂလိပ်လို)|ຊື່ ແລະ ນາມສະກຸນ (ພາສາອັງກິດ)|ឈ្មោះ-ត្រកូល|"
        "ឈ្មោះជាភាសាខ្មែរ|ឈ្មោះជាភាសាអង់គ្លេស|Họ và tên khai sinh|犯罪嫌疑人|被害人姓名|外文名|Applicant name|"
        "Name of Citizen|Citizen's full name|ชื่อผู้เสียหาย|รายชื่อผู้ต้องกัก|အမည် (မြန်မာ)|"
        "ຊື່ຜູ້ເຄາະຮ້າຍ|ឈ្មោះជនរងគ្រោះ|Họ tên nạn nhân|Họ và tên (chữ in hoa)"
    ),
    Field.NATIONAL_ID: (
        "身份证号（必填）|မှတ်ပုံတင်အမှတ်|ເລກບັດປະຈຳຕົວ|លេខអត្តសញ្ញាណប័ណ្ណ|Số CMND/CCCD|"
        "National Identity Card|Aadhaar no|KTP|ကိုယ်ပိုင်အမှတ်|ເລກທີບັດ|លេខអត្តសញ្ញាណ|"
        "Số căn cước công dân"
    ),
    Field.NATIONALITY: (
        "国籍（地区）|Victim nationality|Country of citizenship|Nationality/ethnicity|สัญชาติ/ประเทศ|"
        "နိုင်ငံသား/လူမျိုး|ສັນຊາດ / ປະເທດ|សញ្ជាតិ|Quốc tịch|所在国家|籍别|Nationality (claimed)|"
        "ประเทศต้นทาง|ប្រទេសដើម"
    ),
    Field.NUMBER: ("學號|Serial #|Row"),
    Field.OTHER_PERSON: (
        "带队民警|监护人身份证号|家属联系方式|Emergency phone|Next of kin phone|Name of the recruiter|"
        "Mother's maiden name|Interviewed by|ชื่อล่าม|บุคคลติดต่อฉุกเฉิน|เบอร์ติดต่อฉุกเฉิน|အမိအမည်|"
        "အဘအမည်|ຊື່ພໍ່|ເບີໂທຍາດພີ່ນ້ອງ|ឈ្មោះឪពុក|លេខទូរស័ព្ទអ្នកទំនាក់ទំនង|Họ tên cha|SĐT người thân|"
        "Họ tên bố/mẹ|父母电话|Father's name|Phone of next of kin|Người báo tin"
    ),
    Field.PASSPORT: (
        "护照/通行证号码|Passport Nr|PASSPORT#|เลขพาสปอร์ต|หมายเลขหนังสือเดินทาง|နိုင်ငံကူးလက်မှတ်နံပါတ်|"
        "ເລກໜັງສືຜ່ານແດນ|លេខលិខិតឆ្លងដែន|通行证号|Passport/Emergency Certificate No.|ETD No"
    ),
    Field.PHONE: (
        "Mobile phone number|Tel. No. (Home)|ဖုန်းနံပါတ်|联系手机|国内联系电话|境外联系电话|WhatsApp/Telegram|"
        "โทรศัพท์มือถือ|ໂທລະສັບມືຖື|Điện thoại liên hệ"
    ),
    Field.ADDRESS: (
        "户口住址|家庭详细地址|Home address in full|Permanent address (village, district)|လက်ရှိနေရပ်လိပ်စာ|"
        "ที่อยู่ตามทะเบียนบ้าน|ທີ່ຢູ່ປັດຈຸບັນ|អាសយដ្ឋានបច្ចុប្បន្ន|Địa chỉ thường trú|Nơi đăng ký thường trú"
    ),
    Field.PLACE: (
        "籍贯（省）|出生地点|所在城市|Location found|Where held|Name of compound|จุดผ่านแดน|"
        "ទីលំនៅបច្ចុប្បន្ន|Nơi bị giữ|户口所在地|现居地|"
        "失联园区|Home province|State/Province|Place of employment|နေထိုင်ရာဒေသ|ບ້ານເກີດເມືອງນອນ|"
        "ទីកន្លែងចាប់ខ្លួន"
    ),
    Field.REMARKS: ("Remarks / Notes|Current status|备注说明|健康情况|Comments by officer|Medical condition"),
    Field.SEX: ("性别(男/女)|Sex (M/F)|เพศ (ช/ญ)|လိင်|ເພດ (ຊ/ຍ)|ភេទ (ប្រុស/ស្រី)|Nam/Nữ|Sex at birth|ကျား/မ|Giới"),
}

#: Headings of columns that say nothing that is read.
OTHERS = (
    "手机品牌|银行卡号|微信|QQ号|涉案公司|到案方式|Place of issue|Passport type|Height (cm)|Weight (kg)|Blood type|"
    "Languages spoken|ဗီဇာအမှတ်|ຕຳແໜ່ງ|មុខរបរ|Nơi cấp|Nghề nghiệp|Dân tộc|身份|职务|Vulnerability|"
    "Fraud type|Screening result|คำนำหน้าชื่อ|พฤติการณ์|ผลการคัดแยก|အလုပ်အကိုင်|ជនជាតិ|Đối tượng"
)
