//! Addresses of every figure: no text breaks the reading, and what is written is read as the same.

use csto_explainer::{
    figures::{
        article_4_test::{cases as test_cases, state as test},
        burden, forces, non_interventions, overlaps, timeline, treaty, troop_dots,
        troop_shares::state as shares,
    },
    model::{
        article_4::{Answer, Wording},
        choice::Choice,
    },
};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::BOOK;

/// The figures whose state is one choice.
fn choices() -> Vec<Choice> {
    vec![
        burden::state::choice(),
        forces::state::choice(),
        non_interventions::state::choice(),
        treaty::state::choice(),
        overlaps::state::choice(BOOK.memberships.as_ref().expect("memberships")),
    ]
}

/// Anything at all; or pairs of known keys with values that are almost right.
fn queries() -> impl Strategy<Value = String> {
    let keys = "v|total|unit|source|step|kind|test|test-words|test-answers|burden|forces|asked|treaty|clubs|[a-z]{0,3}";
    let values = "1|2|[0-9]{1,12}|-?[0-9]{1,3}(\\.[0-9])?|(arm|blr|kgz|tjk)[0-9]{2,3}(-(arm|blr|kgz|tjk)[0-9]{2,3}){0,4}\
                  |share|troops|per-million|essay|soldiers|help|yes|[ynduYN]{0,6}|kazakhstan-2022|since-2012|1992|all|six|both|2022-01|\\PC{0,8}";
    let pair = (keys, "=?", values).prop_map(|(key, sign, value)| [key, sign, value].concat());
    prop_oneof![any::<String>(), vec(pair, 0..6).prop_map(|pairs| pairs.join("&"))]
}

proptest! {
    #[test]
    fn any_query_gives_a_choice_that_exists(query in queries()) {
        for choice in choices() {
            let (chosen, refused) = choice.parse(&query);
            prop_assert!(chosen < choice.values.len(), "{}", choice.key);
            // A refused value shows what the built page shows.
            prop_assert!(!refused || chosen == choice.default, "{}", choice.key);
            prop_assert_eq!(choice.parse(&choice.to_query(chosen)), (chosen, false));
        }
    }

    #[test]
    fn keys_of_other_figures_change_no_choice(query in queries()) {
        for choice in choices() {
            let others = query.split('&').filter(|pair| {
                let key = pair.split('=').next().unwrap_or_default();
                key != choice.key && key != "v"
            });
            let others = others.collect::<Vec<_>>().join("&");
            prop_assert_eq!(choice.parse(&others), (choice.default, false), "{}", choice.key);
        }
    }

    #[test]
    fn any_query_gives_a_step_and_a_kind(query in queries()) {
        let (step, _) = troop_dots::state::Step::parse(&query);
        prop_assert_eq!(troop_dots::state::Step::parse(&step.to_query()), (step, true));
        let (state, _) = timeline::state::State::parse(&query);
        prop_assert!(timeline::state::KINDS.contains(&state.kind));
        prop_assert_eq!(timeline::state::State::parse(&state.to_query()), (state, false));
    }

    #[test]
    fn any_query_gives_a_case_with_answers(query in queries()) {
        let (data, _) = test_cases::data(&BOOK).expect("the cases");
        let (state, _) = test::State::parse(&query, &data);
        prop_assert!(state.case < data.cases.len());
        prop_assert_eq!(test::State::parse(&state.to_query(&data), &data), (state, true));
    }

    #[test]
    fn every_case_wording_and_answer_is_read_back(case in 0..14usize, first: bool, answers in vec(select(&Answer::ALL[..]), 5)) {
        let (data, _) = test_cases::data(&BOOK).expect("the cases");
        prop_assume!(case < data.cases.len());
        let wording = if first { Wording::First } else { Wording::Since };
        let state = test::State { case, wording, answers: answers.try_into().expect("five") };
        prop_assert_eq!(test::State::parse(&state.to_query(&data), &data), (state, true));
    }

    #[test]
    fn any_query_gives_a_total_within_its_limits(query in queries()) {
        let d = BOOK.shares().expect("the deployment");
        let (state, refused) = shares::State::parse(&query, &d);
        prop_assert!((d.published_sum(&state.counts)..=shares::HIGHEST_TOTAL).contains(&state.total), "{state:?}");
        prop_assert!(state.counts.iter().zip(&d.senders).all(|(count, sender)| *count < sender.counts.len()));
        prop_assert_eq!(state.counts.len(), d.senders.len());
        prop_assert!(refused.iter().all(|key| shares::KEYS.contains(key)));
        prop_assert_eq!(shares::State::parse(&state.to_query(&d), &d), (state, vec![]));
    }

    #[test]
    fn every_total_is_clamped_and_reported(total: u32) {
        let d = BOOK.shares().expect("the deployment");
        let (state, refused) = shares::State::parse(&format!("total={total}"), &d);
        let expected = total.clamp(d.published_sum(&state.counts), shares::HIGHEST_TOTAL);
        prop_assert_eq!((state.total, refused), (expected, if expected == total { vec![] } else { vec!["total"] }));
    }
}
