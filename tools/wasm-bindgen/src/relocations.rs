//! What the linker says, when asked with `--emit-relocs`, of a module: which instructions and data hold addresses of what.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use anyhow::{Context, Result};
use wasmparser::{BinaryReaderError, KnownCustom, Linking, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo};

/// What an address is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Target {
    /// A function, by its index: its place in the table is meant.
    Function(usize),
    /// Bytes of the data.
    Data(Bytes),
}

/// Bytes of a data segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Bytes {
    /// The index of the segment.
    pub(crate) segment: usize,
    /// The first.
    pub(crate) from: usize,
    /// The one after the last.
    pub(crate) to: usize,
}

/// The addresses in a module.
#[derive(Debug, Default)]
pub(crate) struct Relocations {
    /// Those in code, by where the operand stands in the file.
    pub(crate) code: HashMap<usize, Target>,
    /// Those in data, by segment and offset.
    pub(crate) data: BTreeMap<(usize, usize), Target>,
    /// All data that have a name.
    pub(crate) symbols: Vec<Bytes>,
}

/// The parts of a module's file that tell of addresses.
#[derive(Default)]
struct Sections<'m> {
    /// The number of the code section among all, and where its content begins.
    code: Option<(u32, usize)>,
    /// The same of the data section.
    data: Option<(u32, usize)>,
    /// Where the bytes of each data segment stand.
    segments: Vec<Range<usize>>,
    symbols: Vec<SymbolInfo<'m>>,
    /// Each with the number of the section that it is about.
    entries: Vec<(u32, RelocationEntry)>,
}

impl Relocations {
    /// Reads the file of a module; `None` where the linker was not asked.
    ///
    /// # Errors
    /// What cannot be read.
    pub(crate) fn read(module: &[u8]) -> Result<Option<Self>> {
        let sections = Sections::of(module)?;
        if sections.symbols.is_empty() {
            return Ok(None);
        }
        let mut all = Self { symbols: sections.symbols.iter().filter_map(bytes).collect(), ..Self::default() };
        for (section, entry) in &sections.entries {
            let Some(target) = sections.target(entry)? else { continue };
            let offset = usize::try_from(entry.offset)?;
            match (sections.code, sections.data) {
                (Some((code, start)), _) if code == *section => drop(all.code.insert(start + offset, target)),
                (_, Some((data, start))) if data == *section => {
                    let at = start + offset;
                    let segment =
                        sections.segments.iter().position(|range| range.contains(&at)).context("an address is outside all data")?;
                    all.data.insert((segment, at - sections.segments[segment].start), target);
                }
                // Of debug information.
                _ => {}
            }
        }
        Ok(Some(all))
    }
}

impl<'m> Sections<'m> {
    fn of(module: &'m [u8]) -> Result<Self, BinaryReaderError> {
        let (mut found, mut number) = (Self::default(), 0);
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                // No sections of their own.
                Payload::Version { .. } | Payload::CodeSectionEntry(_) | Payload::End(_) => continue,
                Payload::CodeSectionStart { range, .. } => found.code = Some((number, range.start)),
                Payload::DataSection(reader) => {
                    found.data = Some((number, reader.range().start));
                    for segment in reader {
                        let segment = segment?;
                        found.segments.push(segment.range.end - segment.data.len()..segment.range.end);
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(table) = part? {
                                found.symbols = table.into_iter().collect::<Result<_, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(reloc) => {
                        for entry in reloc.entries() {
                            found.entries.push((reloc.section_index(), entry?));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            number += 1;
        }
        Ok(found)
    }

    /// What the address is of, if of something in the table or the data.
    fn target(&self, entry: &RelocationEntry) -> Result<Option<Target>> {
        let symbol = self.symbols.get(usize::try_from(entry.index)?);
        Ok(match (entry.ty, symbol) {
            (RelocationType::TableIndexSleb | RelocationType::TableIndexI32, Some(SymbolInfo::Func { index, .. })) => {
                Some(Target::Function(usize::try_from(*index)?))
            }
            (RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32, Some(symbol)) => {
                bytes(symbol).map(Target::Data)
            }
            _ => None,
        })
    }
}

fn bytes(symbol: &SymbolInfo<'_>) -> Option<Bytes> {
    let SymbolInfo::Data { symbol: Some(data), .. } = symbol else { return None };
    let [segment, from, size] = [data.index, data.offset, data.size].map(|number| usize::try_from(number).ok());
    Some(Bytes { segment: segment?, from: from?, to: from? + size? })
}
