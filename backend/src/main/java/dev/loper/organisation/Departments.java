package dev.loper.organisation;

import java.util.List;
import java.util.Optional;

/// The departments, wherever they are kept.
public interface Departments {

    /// All departments, by name.
    List<Department> all();

    Optional<Department> byId(DepartmentId id);

    /// Adds a department.
    ///
    /// @return as it is now
    Department add(Department department);

    /// Writes a department as it is to be, if it still has the version it was read with.
    SaveResult<Department> write(Department department);

    /// @return whether it was there
    boolean delete(DepartmentId id);
}
