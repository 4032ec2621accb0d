//! Leaves out what nothing refers to once panics are cut: functions that only the table holds, such as those that format what
//! a panic says, and data, such as the messages. The linker did the same before, when panics still referred to them.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use walrus::{
    ElementItems, ExportItem, FunctionId, FunctionKind, LocalFunction, Module,
    ir::{Instr, InstrLocId, Visitor, dfs_in_order},
};

use crate::relocations::{Bytes, Relocations, Target};

/// Blanks the data of `module` that nothing refers to, and puts `trap` in the place of each function in the table that
/// nothing knows the place of; unless other code calls it, wasm-bindgen then removes it. `functions` are the module's, in the
/// order of the file that `relocations` tells of.
pub(crate) fn remove(module: &mut Module, relocations: &Relocations, functions: &[FunctionId], trap: FunctionId) {
    let used = Used::of(module, relocations, functions);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(items) = &mut element.items {
            items.iter_mut().filter(|item| !used.addressed.contains(item)).for_each(|item| *item = trap);
        }
    }
    let segments: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for (index, id) in segments.into_iter().enumerate() {
        let bytes = &mut module.data.get_mut(id).value;
        let in_segment = |bytes: &&Bytes| bytes.segment == index;
        // What has no name stays, and so does what one name calls unused and another one not.
        let mut is_unused = vec![false; bytes.len()];
        relocations.symbols.iter().filter(in_segment).for_each(|symbol| is_unused[symbol.from..symbol.to].fill(true));
        used.data.iter().filter(in_segment).for_each(|symbol| is_unused[symbol.from..symbol.to].fill(false));
        bytes.iter_mut().zip(is_unused).filter(|(_, is_unused)| *is_unused).for_each(|(byte, _)| *byte = 0);
    }
}

/// Looks for each address in the code of `module` as it was read.
///
/// # Errors
/// Where some are in instructions in which this does not look for them: their targets would be taken for unused.
pub(crate) fn check(module: &Module, relocations: &Relocations) -> Result<()> {
    let found: HashSet<_> = module.funcs.iter_local().flat_map(|(_, f)| References::of(f, relocations).found).map(|(at, _)| at).collect();
    let missed = relocations.code.len() - found.len();
    ensure!(
        missed == 0,
        "{missed} addresses are in instructions that tools/wasm-bindgen/src/unused.rs knows to hold none; add those there"
    );
    Ok(())
}

/// What is used.
#[derive(Default)]
struct Used {
    functions: HashSet<FunctionId>,
    /// Functions whose places in the table are known somewhere.
    addressed: HashSet<FunctionId>,
    data: HashSet<Bytes>,
    /// What was found and not yet looked into.
    left: Vec<Found>,
}

enum Found {
    Function(FunctionId),
    Data(Bytes),
}

impl Used {
    fn of(module: &Module, relocations: &Relocations, functions: &[FunctionId]) -> Self {
        let mut used = Self::default();
        for export in module.exports.iter() {
            if let ExportItem::Function(id) = export.item {
                used.function(id);
            }
        }
        module.start.into_iter().for_each(|id| used.function(id));
        while let Some(found) = used.left.pop() {
            match found {
                Found::Function(id) => {
                    if let FunctionKind::Local(function) = &module.funcs.get(id).kind {
                        let references = References::of(function, relocations);
                        references.called.into_iter().for_each(|id| used.function(id));
                        references.found.into_iter().for_each(|(_, target)| used.target(target, functions));
                    }
                }
                Found::Data(bytes) => {
                    for (_, target) in relocations.data.range((bytes.segment, bytes.from)..(bytes.segment, bytes.to)) {
                        used.target(*target, functions);
                    }
                }
            }
        }
        used
    }

    fn function(&mut self, id: FunctionId) {
        if self.functions.insert(id) {
            self.left.push(Found::Function(id));
        }
    }

    fn target(&mut self, target: Target, functions: &[FunctionId]) {
        match target {
            Target::Function(index) => {
                if let Some(&id) = functions.get(index) {
                    self.addressed.insert(id);
                    self.function(id);
                }
            }
            Target::Data(bytes) => {
                if self.data.insert(bytes) {
                    self.left.push(Found::Data(bytes));
                }
            }
        }
    }
}

/// What the instructions of a function refer to.
struct References<'r> {
    relocations: &'r Relocations,
    /// Addresses, by where they stand in the file.
    found: Vec<(usize, Target)>,
    called: Vec<FunctionId>,
}

impl<'r> References<'r> {
    fn of(function: &LocalFunction, relocations: &'r Relocations) -> Self {
        let mut references = Self { relocations, found: Vec::new(), called: Vec::new() };
        dfs_in_order(&mut references, function, function.entry_block());
        references
    }
}

impl<'a> Visitor<'a> for References<'_> {
    fn visit_instr(&mut self, instr: &'a Instr, at: &'a InstrLocId) {
        // One byte is the instruction's own; a load and a store say how they are aligned before the address.
        let operand = match instr {
            Instr::Const(_) => 1,
            Instr::Load(_) | Instr::Store(_) => 2,
            Instr::Call(call) => return self.called.push(call.func),
            Instr::RefFunc(reference) => return self.called.push(reference.func),
            _ => return,
        };
        // What this tool has put in has no place in the file.
        if !at.is_default()
            && let Some(at) = usize::try_from(at.data()).ok().map(|at| at + operand)
            && let Some(target) = self.relocations.code.get(&at)
        {
            self.found.push((at, *target));
        }
    }
}

#[cfg(test)]
mod tests {
    use walrus::ModuleConfig;

    use super::*;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id, u8::try_from(content.len()).unwrap()], content].concat()
    }

    fn custom(name: &str, content: &[u8]) -> Vec<u8> {
        section(0, &[&[u8::try_from(name.len()).unwrap()], name.as_bytes(), content].concat())
    }

    /// A module as the linker writes it: of the functions `used`, `held` and `lost` the table holds two, of the data `kept` and
    /// `gone` the first is referred to, both from `used`, where the second address stands at `second`.
    fn file(second: u8) -> Vec<u8> {
        let code = [
            &[3, 16, 0, 0x41, 0x81, 0x80, 0x80, 0x80, 0, 0x1a, 0x41, 0x80, 0x88, 0x80, 0x80, 0, 0x1a, 0x0b][..],
            &[2, 0, 0x0b, 2, 0, 0x0b],
        ]
        .concat();
        let data = [&[1, 0, 0x41, 0x80, 0x08, 0x0b, 8][..], b"keptgone"].concat();
        let symbols = [&[3, 0, 0, 1, 4][..], b"held", &[1, 0, 4], b"kept", &[0, 0, 4, 1, 0, 4], b"gone", &[0, 4, 4]].concat();
        let linking = [&[2, 8, u8::try_from(symbols.len()).unwrap()], &symbols[..]].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(3, &[3, 0, 0, 0]),
            section(4, &[1, 0x70, 0, 3]),
            section(5, &[1, 0, 1]),
            section(7, &[&[1, 4][..], b"used", &[0, 0]].concat()),
            section(9, &[1, 0, 0x41, 1, 0x0b, 2, 1, 2]),
            section(10, &code),
            section(11, &data),
            custom("linking", &linking),
            custom("reloc.CODE", &[6, 2, 1, 4, 0, 4, second, 1, 0]),
        ]
        .concat()
    }

    fn read(file: &[u8]) -> (Module, Relocations) {
        (ModuleConfig::new().parse(file).unwrap(), Relocations::read(file).unwrap().unwrap())
    }

    #[test]
    fn what_nothing_refers_to_is_left_out_and_all_else_stays() {
        let (mut module, relocations) = read(&file(11));
        check(&module, &relocations).unwrap();
        let functions: Vec<_> = module.funcs.iter().map(walrus::Function::id).collect();
        remove(&mut module, &relocations, &functions, functions[0]);
        let Some(ElementItems::Functions(items)) = module.elements.iter().next().map(|element| &element.items) else { panic!() };
        assert_eq!(*items, [functions[1], functions[0]]);
        assert_eq!(module.data.iter().next().unwrap().value, b"kept\0\0\0\0");
    }

    #[test]
    fn an_address_that_is_not_found_is_no_silence() {
        let (module, relocations) = read(&file(10));
        assert!(check(&module, &relocations).unwrap_err().to_string().starts_with("1 addresses are in instructions"));
    }

    #[test]
    fn a_file_without_symbols_has_no_relocations() {
        assert!(Relocations::read(&Module::default().emit_wasm()).unwrap().is_none());
    }
}
