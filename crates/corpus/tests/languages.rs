//! Which language a text is in; and that one which is not known is named as no other.

use tippani_corpus::format::language::language;

#[track_caller]
fn check(text: &str, tag: Option<&str>) {
    assert_eq!(language(text), tag, "{text}");
}

#[test]
fn languages_of_one_script_are_told_apart_by_their_small_words() {
    check("Asha Rao met the minister in Delhi on Friday and said that the bridge was closed.", Some("en"));
    check(
        "Le ministre a déclaré vendredi que le gouvernement allait lancer un plan pour les agriculteurs.",
        Some("fr"),
    );
    check(
        "O ministro disse na sexta-feira que o governo lançará um novo plano para os agricultores do país.",
        Some("pt"),
    );
    check(
        "El ministro dijo el viernes que el gobierno lanzará un nuevo plan para los agricultores del país.",
        Some("es"),
    );
    check(
        "Thủ tướng cho biết chính phủ sẽ có kế hoạch mới cho nông dân và những người lao động trong cả nước.",
        Some("vi"),
    );
    check(
        "Министр заявил в пятницу, что правительство представит новый план для фермеров страны.",
        Some("ru"),
    );
    check("ጠቅላይ ሚኒስትሩ እንደተናገሩት መንግሥት ለገበሬዎች አዲስ እቅድ አለው እና ነው", Some("am"));
    check("मंत्री ने कहा कि सरकार किसानों के लिए योजना लाएगी और इसके लिए पैसे भी देगी।", Some("hi"));
    check("وزیر نے کہا کہ حکومت کسانوں کے لیے نئی سکیم لائے گی اور اس کے لیے پیسے بھی دے گی۔", Some("ur"));
}

#[test]
fn combining_marks_make_no_other_language() {
    // `Thủ tướng cho biết …`, as some keyboards write it.
    check(
        "Thu\u{309}  tươ\u{301}ng cho biê\u{301}t chi\u{301}nh phu\u{309} se\u{303} co\u{301} kê\u{301} hoa\u{323}ch mơ\u{301}i cho nông dân va\u{300} \
         như\u{303}ng ngươ\u{300}i lao đô\u{323}ng trong ca\u{309} nươ\u{301}c.",
        Some("vi"),
    );
}

#[test]
fn what_is_not_known_is_named_as_no_other() {
    // Yoruba, Igbo, Zulu, Shan, Dzongkha, Cherokee.
    check("Ọ̀gá àgbà náà sọ pé ìjọba yóò ṣe ètò tuntun fún àwọn àgbẹ̀ ní orílẹ̀-èdè náà.", None);
    check("Onye isi ala kwuru na gọọmentị ga-ewebata atụmatụ ọhụrụ maka ndị ọrụ ugbo n’ala anyị.", None);
    check("Umongameli uthe uhulumeni uzoletha uhlelo olusha lwabalimi ezweni lonke kulo nyaka.", None);
    check("လွင်ႈၵူပ်ႉၵူႊပဵၼ်ႁိူၼ်းၼႆႉ လုၵ်ႈၶူၺ်မႂ်ႇ", None);
    check("མི་ཚུ་ ག་ར་ འདྲ་མཉམ་ ཨིན", None);
    check("ᎠᏂᏴᏫ ᏂᎦᏓ", None);
    check("1947", None);
    check("Delhi", None);
}
