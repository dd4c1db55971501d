//! How a closed list of the product is written down: its entries, each with its code, once.

/// Makes an enum of a closed list: every entry with the code that files, `--json`, rows and word keys know it by.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($(#[$entry_about:meta])* $entry:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$entry_about])* #[serde(rename = $code)] $entry,)+
        }

        impl $name {
            /// Every entry, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$entry,)+];

            /// The entry's code.
            pub const fn code(self) -> &'static str {
                match self {
                    $($name::$entry => $code,)+
                }
            }

            /// The entry with this code.
            pub fn from_code(code: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|entry| entry.code() == code)
            }
        }
    };
}

pub(crate) use coded;
