//! The small words of languages, which tell them apart.

/// A language by the words that stand in any text of it.
pub(super) struct Language {
    /// BCP 47; nothing for a language that is only told from its neighbours here and not named, there being too little to go by.
    pub tag: Option<&'static str>,
    /// In small letters, blanks between.
    pub words: &'static str,
    /// Of a hundred words of a text so many are among them.
    pub least_share: usize,
    /// Of a hundred of them so many stand in a long text.
    pub least_variety: usize,
}

const fn language(
    tag: &'static str,
    words: &'static str,
    least_share: usize,
    least_variety: usize,
) -> Language {
    Language { tag: Some(tag), words, least_share, least_variety }
}

/// A neighbour that is not named.
const fn neighbour(words: &'static str) -> Language {
    Language { tag: None, words, least_share: 0, least_variety: 0 }
}

pub(super) const LATIN: [Language; 73] = [
    language(
        "en",
        "the of and to in a is that for on with as was by are be this his from at it has he have not or which",
        14,
        50,
    ),
    language(
        "es",
        "de la que el en y los las del se por con una un su para es al lo como más o toda persona sus",
        14,
        50,
    ),
    language(
        "pt",
        "de a o que e do da em os as um uma para com não se por dos das na no ao pelo mais sua seu",
        14,
        50,
    ),
    language(
        "gl",
        "de a o que e do da en os as un unha para con non se por dos das na no ó ao á pola súa seu polo",
        14,
        50,
    ),
    language(
        "fr",
        "de la le et les des en un une du est que dans pour qui par sur au il pas ne se ce ou sa aux a son leur plus avec",
        14,
        50,
    ),
    language(
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch oder hat werden",
        14,
        50,
    ),
    language(
        "it",
        "di e il la che in a per un del della è non le si con da una i gli dei al alla ed ogni nel",
        14,
        50,
    ),
    language(
        "nl",
        "de het een van en in is dat op te voor met zijn die niet aan er of door om heeft wordt bij",
        14,
        50,
    ),
    language("af", "die van en in is n wat nie het op te vir met sy om deur of aan hulle word elke", 14, 50),
    language("pl", "w i na z do się nie jest że o to za od po jak a przez oraz lub ma jego dla", 14, 50),
    language("tr", "ve bir bu için ile olarak da de olan çok daha her gibi ya veya hakkı kadar", 7, 50),
    language("az", "və bir bu üçün ilə olaraq da də olan çox daha hər ya onun", 7, 50),
    language("vi", "và của là các có không được cho một trong người với những quyền đều này", 14, 50),
    language(
        "id",
        "bahwa dapat mereka yang dan di untuk dengan dari dalam ini pada itu tidak oleh akan setiap adalah atau ke telah karena juga",
        14,
        60,
    ),
    language(
        "ms",
        "yang dan di untuk dengan daripada dalam ini pada itu tidak oleh akan setiap adalah atau hendaklah kepada bahawa boleh mereka sesiapa",
        14,
        50,
    ),
    language("sv", "och i att det som en på är av för med den till inte ett om har var eller de", 14, 50),
    language("da", "og i at det som en på er af for med den til ikke et har de eller enhver ved", 14, 50),
    language("nb", "og i å det som en på er av for med den til ikke et har de eller enhver ved", 14, 50),
    language("nn", "og i å det som ein på er av for med den til ikkje eit har dei eller kvar ved", 14, 50),
    language("fi", "ja on ei että se hän ovat oli mutta kun tai myös joka kaikki ole sekä hänen", 8, 45),
    language("et", "ja on ei et see ta kui või oma iga kes mis tema", 8, 50),
    language("hu", "a az és hogy nem is egy van meg ez de vagy minden joga kell", 14, 50),
    language("cs", "a v na je se že s z do o k i pro by za jako má nebo ve právo", 14, 50),
    language("sk", "a v na je sa že s z do o k aj pre by za ako má alebo vo právo", 14, 50),
    language("sl", "in v na je se da z za ki so s po ter pri ima ali do biti", 14, 50),
    language("ro", "în de la a că cu pe nu din este care sau un să ale și şi orice prin", 14, 50),
    language(
        "hr",
        "i u je na se da za od su s koji ili što kao će nije bi ima iz svatko tko nitko svakoga",
        14,
        50,
    ),
    language("ca", "de la i el que a les els en per un una del amb no es o dels té seva", 14, 50),
    neighbour("de la e que lo los las en per un una del amb dins o sas"),
    neighbour("de la y que el en los les por con una un al nun del tola"),
    language("tl", "ng ang sa na at mga ay ni hindi ito kung para may bawat o", 14, 50),
    language("ceb", "ang sa ug nga mga og kang may usa kini dili iyang", 14, 50),
    language("sw", "na ya wa kwa ni katika za la haki kila au mtu kuwa wala yake wote kama hii", 14, 65),
    neighbour("iyo oo ka ku in ay waa uu leeyahay"),
    language("ha", "da a na ya ta ba ko yana ga wani kowane mutum", 14, 70),
    language("eu", "eta da ez du bat dute izan edo dira hori", 14, 50),
    language("cy", "y a yn i o ar yr ei neu gan ir â", 14, 50),
    language("ga", "agus an na a i ar le is ag do go chun", 14, 50),
    language("is", "og að í á er sem til við um ekki eða skal hver", 14, 50),
    language("lv", "un ir ka uz no ar par vai kas tiesības viņa", 10, 50),
    language("lt", "ir kad į iš su ar turi kiekvienas jo yra būti teisę", 9, 50),
    language("sq", "dhe të në e i për me një është nga ka ose", 14, 50),
    language("eo", "kaj la de en al estas ĉiu aŭ por kiu ne", 14, 50),
    language("mt", "u ta il li fil hu għandu jew kull", 14, 50),
    language("uz", "va bilan har bir uchun bu ega yoki", 7, 50),
    neighbour("lan ing kang kanggo sing karo iku utawa saben"),
    neighbour("jeung nu ka dina ku anu atawa pikeun"),
    language("lb", "an de d ass vun déi op fir net den", 14, 50),
    neighbour("agus an na a air is do anns"),
    neighbour("ha da ar an hag e gant en"),
    neighbour("og at í á er sum til við ikki ella hevur"),
    language("ht", "ak nan yo tout moun gen dwa pou li", 14, 70),
    neighbour("i u je na se da za od su s koji ili što kao će nije bi ima iz svako niko svakog lice"),
    neighbour("i u je na se da za od su sa koji ili što kao će nije bi ima iz svako niko pre gde uvek"),
    neighbour("ang sang sa nga mga kag kon ukon may isa ka tanan"),
    neighbour("an han ha nga mga ngan o hin may usa ka tanan"),
    neighbour("an nin sa na mga asin o kan may saro igwa"),
    neighbour("di e u a chì in per un una hè i si cù da o nantu"),
    neighbour("de fan it en in te is dat op foar mei net oan syn of elkenien hat"),
    neighbour("the o an tae in a is that for on wi as his or ilka fowk"),
    neighbour("de e le a in que per un es del con o cata su non"),
    neighbour("la di e a ed en por omna quo havas esas"),
    neighbour("ve bir bu içün ile olaraq da de er kes ya aqqı"),
    neighbour("we bir bu üçin bilen her hem adam hukugy bolan"),
    neighbour("et la le de los una por dens que a ou"),
    neighbour("e la da il las dals che en in per ina ün scadin dretg"),
    neighbour("e la di il i a in che al par un une ogni dal"),
    neighbour("le ya ka a ho e ba ea hore motho o na tokelo"),
    neighbour("nan dan untuak jo dari di iko indak hak urang"),
    neighbour("e el de la che i a l in per un ogni gh"),
    neighbour("di e na y ku pa un i den tur ta su por tin"),
    neighbour("de la ke el en i los las del se por kon una un su para es al lo komo"),
    neighbour("di y na un ku ta pa tudu ten su o"),
];

pub(super) const CYRILLIC: [Language; 11] = [
    language("ru", "и в не на что с по как к из за от для о это его или быть имеет при", 14, 50),
    language("uk", "і в не на що з та до як у за від для про або має його є при кожна", 14, 50),
    language("be", "і ў не на што з да як у за ад для або мае яго кожны чалавек", 14, 50),
    language("bg", "и на в да се за от с не по са е че или има при му", 14, 50),
    language("mk", "и на во да се за од со не по е дека или има што тоа", 14, 50),
    language("sr", "и у је на се да за од су са не који или што као има", 14, 50),
    language("kk", "және мен үшін бар бұл бір құқығы адам немесе оның", 5, 50),
    language("ky", "жана менен үчүн бар бул бир укугу адам же анын", 5, 50),
    language("tg", "ва аз дар ки бо ба ҳар дорад ё ҳақ", 14, 50),
    language("mn", "нь болон эрх хүн бүр ба байна юм эсвэл", 6, 50),
    language("tt", "һәм белән бу бер хокукка кеше яки өчен ия", 5, 50),
];

pub(super) const ARABIC: [Language; 9] = [
    language("ar", "في من على أن إلى التي هذا عن لا أو كل ما لكل حق كان قال الذي بين", 10, 50),
    language("fa", "و در به از که را این با است هر برای آن یا خود دارد حق شود", 14, 50),
    language("ur", "کے کی کا میں ہے اور سے کو نے پر ہیں یہ کہ اس ہر یا حق گا گی تھا لیے", 14, 50),
    language("ps", "د په او چې کې له سره دی هر يا ته حق لري", 14, 50),
    language("sd", "۾ جي جو کي ۽ آهي سان جا هر کان حق", 14, 50),
    language("ckb", "لە بە و کە بۆ ئەو هەر مافی یان", 10, 50),
    language("ug", "ۋە بىلەن بىر ئۈچۈن بۇ ھەر ئادەم ھوقۇق", 6, 50),
    neighbour("دے دی دا وچ ہے تے کوں نئیں کیتے ہن"),
    neighbour("دے دی دا وچ اے تے نوں نیں"),
];

pub(super) const DEVANAGARI: [Language; 7] = [
    language(
        "hi",
        "है हैं के की का में ने से और पर यह था थे गया को कि भी नहीं एक लिए इस या किया जो करने हो सकता",
        14,
        50,
    ),
    language(
        "mr",
        "आहे आहेत आणि या व होते होती हे ही तर केले म्हणाले असे एक त्यांनी आला नाही किंवा त्याला प्रत्येक करण्यात",
        8,
        50,
    ),
    language("ne", "छ छन् र पनि गरेको भएको हो थियो गर्ने उनले लागि भने वा हुनेछ गर्न को यो तथा मा छैन", 10, 50),
    neighbour("के में बा आ से ना ओकर कवनो होखे आपन अउर हवे"),
    neighbour("आ अछि के सँ कें नहि ओ अपन छैक जे होयत"),
    neighbour("के हइ आउ में से न अपन ओकर कोय"),
    neighbour("च अस्ति न सर्वे वा इति एव तस्य अधिकारः यत् तथा"),
];

pub(super) const HEBREW: [Language; 2] = [
    language("he", "של את על לא כל אדם או זכות הוא עם כי זה אל לו היא גם", 14, 50),
    language("yi", "און די פון צו אין איז מיט אַ א אויף ניט יעדער", 14, 50),
];

pub(super) const ETHIOPIC: [Language; 2] = [
    language("am", "እና ነው ላይ ውስጥ ወይም መብት ሰው ማንኛውም እንደ ያለው አለው ሁሉ ለማንኛውም ወይንም", 5, 50),
    language("ti", "እዩ ኣብ ናይ እቲ ሰብ ወይ መሰል ኣለዎ ከም ነቲ ዝኾነ", 6, 50),
];
