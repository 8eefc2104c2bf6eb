//! The line between a lesson and its second screens: a local socket that only this user can open. A
//! line of text on it is an [`Overview`](crate::session::Overview) one way, and a
//! [`Command`](crate::lesson::Command) the other way, as JSON.

mod lines;
mod looking;
mod offered;

use std::io;
use std::path::{Path, PathBuf};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, GenericNamespaced, ListenerOptions, Name};

use crate::session::{Line, Looking, Offered, Seen, Wished};

/// One socket for all lessons of a user: who asks for it first, has it.
pub struct Desk {
    path: PathBuf,
}

impl Desk {
    /// `path` is where the socket stands; on a system whose sockets stand nowhere it is made into a name.
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// Whether a lesson of another user runs there. Waiting does not open it.
    pub fn is_closed_to_us(&self) -> bool {
        let closed = |why: io::Error| why.kind() == io::ErrorKind::PermissionDenied;
        self.name().and_then(LocalSocketStream::connect).is_err_and(closed)
    }

    fn name(&self) -> io::Result<Name<'_>> {
        if GenericFilePath::is_supported() && cfg!(unix) {
            return self.path.as_path().to_fs_name::<GenericFilePath>();
        }
        let number = crc32fast::hash(self.path.as_os_str().as_encoded_bytes());
        format!("lesloper-{number:08x}").to_ns_name::<GenericNamespaced>()
    }
}

impl Line for Desk {
    fn offer(&self, wished: Wished) -> io::Result<Box<dyn Offered>> {
        // Whatever it is, it is not ours.
        if self.path.is_file() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        // What a killed program left behind answers nobody, and is replaced.
        if LocalSocketStream::connect(self.name()?).is_ok() {
            return Err(io::ErrorKind::AddrInUse.into());
        }
        let options = ListenerOptions::new().name(self.name()?).try_overwrite(true);
        let listener = for_this_user(options)?.create_sync()?;
        Ok(Box::new(offered::Offered::new(listener, wished)?))
    }

    fn look(&self, seen: Seen) -> io::Result<Box<dyn Looking>> {
        let name = self.name()?.into_owned();
        Ok(Box::new(looking::Looking::new(name, seen)?))
    }
}

/// Nobody else may open it.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "it can fail on Windows")]
fn for_this_user(options: ListenerOptions<'_>) -> io::Result<ListenerOptions<'_>> {
    use interprocess::os::unix::local_socket::ListenerOptionsExt;
    Ok(options.mode(0o600))
}

/// Nobody else may open it.
#[cfg(windows)]
fn for_this_user(options: ListenerOptions<'_>) -> io::Result<ListenerOptions<'_>> {
    use interprocess::os::windows::local_socket::ListenerOptionsExt;
    use interprocess::os::windows::security_descriptor::SecurityDescriptor;
    // All rights for the owner, and none for anyone else.
    let owner_alone = widestring::u16cstr!("D:P(A;;GA;;;OW)");
    Ok(options.security_descriptor(SecurityDescriptor::deserialize(owner_alone)?))
}
