#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tippani_fuzz::target("import_spacy_json").run(data));
