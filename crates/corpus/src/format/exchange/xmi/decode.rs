//! XMI to feature structures; which features refer to others is said by the type system beside it.

use std::collections::{BTreeMap, HashMap};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::cas::{ArrayRoom, Feature, Structure, articles};
use super::super::read::Entry;
use super::super::xml::Entities;
use super::super::{Reading, encoded};
use super::untyped;
use crate::model::Value;

/// Features that refer to others, where no type system says so.
const REFERENCES: [&str; 8] = ["Governor", "Dependent", "source", "target", "from", "to", "next", "first"];
/// Types of values that are numbers.
const NUMBERS: [&str; 6] = ["Integer", "Short", "Long", "Byte", "Float", "Double"];

/// The name of a package is that of each structure in it, so it is no longer than this.
const MAX_PACKAGE_BYTES: usize = 1000;
/// No type extends so many others, one after the other; a file may say that one extends itself.
const MAX_SUPERTYPES: usize = 64;

/// The types that a type system describes: the type each extends, and the ranges of its features.
#[derive(Debug, Default)]
struct Types {
    supertypes: HashMap<String, String>,
    /// By type, then by feature.
    ranges: HashMap<String, HashMap<String, String>>,
}

impl Types {
    fn read(xml: &str) -> Self {
        let mut types = Self::default();
        let mut reader = Reader::from_str(xml);
        let (mut kind, mut feature, mut within, mut text) =
            (String::new(), String::new(), false, String::new());
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(start) => {
                    within |= start.local_name().as_ref() == "featureDescription";
                    text.clear();
                }
                Event::Text(part) => text.push_str(part.as_ref()),
                Event::End(end) => match end.local_name().as_ref() {
                    "name" if within => text.trim().clone_into(&mut feature),
                    "name" => text.trim().clone_into(&mut kind),
                    "supertypeName" => {
                        types.supertypes.insert(kind.clone(), text.trim().to_owned());
                    }
                    "rangeTypeName" => {
                        let of_kind = types.ranges.entry(kind.clone()).or_default();
                        of_kind.insert(feature.clone(), text.trim().to_owned());
                    }
                    "featureDescription" => within = false,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        types
    }

    /// What a feature of a type, or of one it extends, holds.
    fn range(&self, kind: &str, feature: &str) -> Option<&str> {
        let kinds = std::iter::successors(Some(kind), |kind| self.supertypes.get(*kind).map(String::as_str));
        let mut ranges = kinds.take(MAX_SUPERTYPES).filter_map(|kind| self.ranges.get(kind)?.get(feature));
        ranges.next().map(String::as_str)
    }
}

/// One file.
pub(crate) fn decode(entry: &Entry<'_>, bytes: &[u8], types: Option<Vec<u8>>) -> Result<Reading, String> {
    let mut remarks = Vec::new();
    let text = encoded::xml(entry.place, bytes, &mut remarks);
    let types = types.map(|types| Types::read(&encoded::xml(entry.place, &types, &mut remarks)));
    let is_typed = types.is_some();
    let mut file = File { types: types.unwrap_or_default(), ..File::default() };
    let mut reader = Reader::from_str(&text);
    loop {
        match reader.read_event().map_err(|error| format!("it is no XML: {error}"))? {
            Event::Start(start) => file.open(&start, false)?,
            Event::Empty(start) => file.open(&start, true)?,
            Event::Text(part) => file.text.push_str(part.as_ref()),
            Event::GeneralRef(name) => file.entities.put(name.as_ref(), &mut file.text),
            Event::DocType(doctype) => file.entities.declare(doctype.as_ref()),
            Event::End(_) => file.close(),
            Event::Eof => break,
            _ => {}
        }
    }
    if file.depth > 0 || file.structures.is_empty() {
        return Err("it is no XMI, or it is cut off".to_owned());
    }
    remarks.extend(file.entities.remarks(entry.place));
    if !is_typed {
        untyped::resolve(&mut file.structures, entry.place, &mut remarks);
    }
    let mut reading = articles(entry.place, &file.with_arrays());
    reading.remarks.splice(0..0, remarks);
    Ok(reading)
}

#[derive(Default)]
struct File {
    types: Types,
    entities: Entities,
    /// The packages of the prefixes.
    packages: BTreeMap<String, String>,
    structures: Vec<Structure>,
    depth: usize,
    /// The feature that is an element of its own.
    element: String,
    text: String,
}

impl File {
    fn open(&mut self, start: &BytesStart<'_>, is_empty: bool) -> Result<(), String> {
        let mut attributes = Vec::new();
        for (key, value) in self.entities.attributes(start)? {
            if let Some(prefix) = key.strip_prefix("xmlns:") {
                let package =
                    value.trim_start_matches("http:///").trim_end_matches(".ecore").replace('/', ".");
                if package.len() > MAX_PACKAGE_BYTES {
                    return Err(format!("the name of a package is longer than {MAX_PACKAGE_BYTES} bytes"));
                }
                self.packages.insert(prefix.to_owned(), package);
            } else {
                attributes.push((key, value));
            }
        }
        if self.depth == 1 {
            self.structure(start.name().as_ref(), attributes);
        } else if self.depth == 2 {
            start.local_name().as_ref().clone_into(&mut self.element);
            self.text.clear();
        }
        self.depth += 1;
        if is_empty {
            self.close();
        }
        Ok(())
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.depth != 2 {
            return;
        }
        let (name, text) = (std::mem::take(&mut self.element), std::mem::take(&mut self.text));
        let Some(structure) = self.structures.last_mut() else { return };
        let all = structure.features.entry(name).or_insert_with(|| Feature::Plain(Value::Many(Vec::new())));
        if let Feature::Plain(Value::Many(all)) = all {
            all.push(text);
        }
    }

    fn structure(&mut self, name: &str, attributes: Vec<(String, String)>) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let package = self.packages.get(prefix).map(String::as_str).unwrap_or_default();
        let kind = if package.is_empty() || package == "uima.noNamespace" {
            local.to_owned()
        } else {
            format!("{package}.{local}")
        };
        let mut structure = Structure { kind, ..Structure::default() };
        for (key, value) in attributes {
            match key.as_str() {
                "xmi:id" => structure.id = value,
                "sofa" => structure.sofa = Some(value),
                _ => {
                    let feature = self.feature(&structure.kind, &key, value);
                    structure.features.insert(key, feature);
                }
            }
        }
        if !matches!(structure.kind.as_str(), "uima.cas.NULL" | "uima.cas.View") {
            self.structures.push(structure);
        }
    }

    fn feature(&self, kind: &str, name: &str, value: String) -> Feature {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let range = self.types.range(kind, name);
        let basic = range.and_then(|range| range.strip_prefix("uima.cas."));
        match (range, basic) {
            (_, Some("String")) => Feature::Plain(Value::Text(value)),
            (_, Some("Boolean")) => Feature::Plain(Value::Flag(value == "true")),
            (_, Some(basic)) if NUMBERS.contains(&basic) => match value.parse::<f64>() {
                Ok(number) if number.is_finite() => Feature::Plain(Value::Number(number)),
                _ => Feature::Plain(Value::Text(value)),
            },
            (Some(_), _) if value.split(' ').all(is_number) => {
                let all: Vec<String> = value.split(' ').map(str::to_owned).collect();
                if let [one] = all.as_slice() {
                    Feature::Reference(one.clone())
                } else {
                    Feature::References(all)
                }
            }
            (None, _) if REFERENCES.contains(&name) && is_number(&value) => Feature::Reference(value),
            (None, _) if value == "true" || value == "false" => Feature::Plain(Value::Flag(value == "true")),
            _ => Feature::Plain(Value::Text(value)),
        }
    }

    /// The structures with arrays in place of those that hold them.
    fn with_arrays(self) -> Vec<Structure> {
        let is_array = |s: &&Structure| s.kind == "uima.cas.FSArray";
        let elements = |s: &Structure| match s.features.get("elements") {
            Some(Feature::Plain(Value::Text(all))) => all.split(' ').map(str::to_owned).collect(),
            Some(Feature::References(all)) => all.clone(),
            Some(Feature::Reference(one)) => vec![one.clone()],
            _ => Vec::new(),
        };
        let arrays = self.structures.iter().filter(is_array).map(|s| {
            let elements = elements(s);
            let size = elements.iter().map(|id| id.len() + 1).sum();
            (s.id.clone(), (elements, size))
        });
        let arrays: HashMap<String, (Vec<String>, usize)> = arrays.collect();
        let mut room = ArrayRoom::of(arrays.values().map(|(_, size)| *size));
        let mut structures: Vec<Structure> =
            self.structures.into_iter().filter(|s| s.kind != "uima.cas.FSArray").collect();
        for feature in structures.iter_mut().flat_map(|s| s.features.values_mut()) {
            let all = match &*feature {
                Feature::Reference(id) => arrays.get(id),
                _ => None,
            };
            if let Some((all, _)) = all.filter(|(_, size)| room.take(*size)) {
                *feature = Feature::References(all.clone());
            }
        }
        structures
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::Types;

    #[test]
    fn a_feature_is_of_its_type_or_of_one_that_it_extends() {
        fn check(types: &[(&str, &str)], (kind, feature): (&str, &str), expected: Option<&str>) {
            let mut xml = String::new();
            for (kind, supertype) in types {
                let _ = write!(
                    xml,
                    "<t><name>{kind}</name><supertypeName>{supertype}</supertypeName><featureDescription><name>of-{kind}</name><rangeTypeName>{kind}-range</rangeTypeName></featureDescription></t>"
                );
            }
            assert_eq!(Types::read(&xml).range(kind, feature), expected, "{kind} {feature}");
        }
        check(&[("a", "b"), ("b", "c")], ("a", "of-a"), Some("a-range"));
        check(&[("a", "b"), ("b", "c")], ("a", "of-b"), Some("b-range"));
        check(&[("a", "b"), ("b", "c")], ("b", "of-a"), None);
        check(&[("a", "b"), ("b", "a")], ("a", "of-c"), None);
        // A chain without end is not followed to it.
        let names: Vec<String> = (0..10_000).map(|n| format!("t{n}")).collect();
        let chain: Vec<(&str, &str)> = names.windows(2).map(|two| (&*two[0], &*two[1])).collect();
        check(&chain, ("t0", "of-t63"), Some("t63-range"));
        check(&chain, ("t0", "of-t64"), None);
    }
}
