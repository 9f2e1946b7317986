module example.com/doppel

go 1.25
